/** What goes into alertmanager.yml for this origin and key. */
export function alertmanagerSnippet(origin: string, key: string): string {
  return `route:
  receiver: rouse

receivers:
  - name: rouse
    webhook_configs:
      - url: ${origin}/v1/hooks/alertmanager/${key}
        send_resolved: true`;
}

/** An alert by hand, for any tool that can run a command. The single quotes hold for sh, bash and zsh. */
export function curlSnippet(origin: string, key: string): string {
  return `curl -X POST ${origin}/v1/hooks/generic/${key} \\
  -H 'Content-Type: application/json' \\
  -d '{"title":"Disk of db-1 is full","dedupKey":"db-1-disk","severity":"high"}'`;
}
