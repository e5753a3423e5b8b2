/** What a new runbook begins with: every field of the front matter that matters at night, and steps to write over. `service`: for which it is, where that is known. */
export function templateFor(service: { id: string; name: string } | null): string {
  // A JSON string is a YAML string, whatever is in it.
  const title = JSON.stringify(service ? `${service.name} is failing` : 'What is failing');
  const services = service ? `[${JSON.stringify(service.id)}]` : '[]';
  return `---
title: ${title}
services: ${services}
symptoms:
  - What people see first
diagnosis: How to tell that it is this, and nothing else.
resolution: What ends it.
contacts:
  - { severities: [SEV1, SEV2], name: Who knows it best, how: "" }
---
One sentence: what is lost while this goes on.

1. **See what customers see.** Say what a good answer looks like.

   \`\`\`sh
   curl -s -o /dev/null -w '%{http_code}\\n' https://{{instance}}/health
   \`\`\`

2. **Look at what changed in the last hour.** Roll it back first and ask later.

3. **Say what to do when that does not help.**
`;
}
