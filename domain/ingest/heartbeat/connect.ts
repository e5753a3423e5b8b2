import type { Connect } from '../parsed';

/** A heartbeat's own URL, which is not that of a hook. */
export const connect: Connect = {
  steps: ['Call this URL at the end of the job, with GET or POST.', 'If no call comes in time, an incident opens; the next call closes it.'],
  code: { language: 'bash', text: 'backup.sh && curl -fsS --retry 5 {origin}/v1/heartbeats/{key}' },
};
