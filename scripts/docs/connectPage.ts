import type { Source } from '#domain/ingest/parsed';
import { sources } from '#domain/ingest/sources';

const filled = (text: string) => text
  .replaceAll('{url}', 'https://YOUR-ROUSE/v1/hooks/SOURCE/YOUR-KEY').replaceAll('{origin}', 'https://YOUR-ROUSE').replaceAll('{key}', 'YOUR-KEY');

function section({ name, label, connect: { steps, code, notes = [] } }: Source): string {
  const own = (text: string) => filled(text).replaceAll('SOURCE', name);
  return [
    `## ${label}`,
    steps.map((step, index) => `${index + 1}. ${own(step)}`).join('\n'),
    ...(code === null ? [] : [`\`\`\`${code.language}\n${own(code.text)}\n\`\`\``]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${own(note)}`).join('\n')]),
  ].join('\n\n');
}

/** docs/connect.md: how each tool is connected, in the words that the app shows with the integration's own address filled in. */
export function connectPage(): string {
  const tools = Object.values(sources).filter(({ internal }) => internal !== true).sort((a, b) => a.label.localeCompare(b.label, 'en'));
  const anchor = (label: string) => label.toLowerCase().replace(/[^\w\s-]/g, '').trim().replace(/\s+/g, '-');
  return [
    '# Connect a tool',
    '<!-- Made by `npm run docs:connect` from domain/ingest/*/connect.ts; a test holds the two together. -->',
    'In the app, *More → Integrations → New* makes the key and shows these steps with the address filled in. Here `https://YOUR-ROUSE` stands for your deployment (locally `http://127.0.0.1:5050`) '
      + 'and `YOUR-KEY` for the integration key (locally `demo-key-checkout`).',
    tools.map(({ label }) => `[${label}](#${anchor(label)})`).join(' · '),
    ...tools.map(section),
  ].join('\n\n') + '\n';
}
