import type { KeeperReport } from './keeperMessages';

/** What firebase-tools' output says about its state; it has no other interface for these. Wording of firebase-tools 14.27. */
export const firebaseSigns = (report: (message: KeeperReport) => void) => {
  const lines: string[] = [];
  let unfinished = '';
  let functionsProblem: string | undefined;
  let ready = false;
  let sigint = false;

  const readLine = (line: string): void => {
    lines.push(line);
    if (lines.length > 60) lines.shift();
    if (line.includes('downloading cloud-firestore-emulator')) report({ type: 'downloading' });
    if (line.includes('Failed to load function definition from source')) functionsProblem = line.trim();
    if (line.includes('Received SIGINT')) sigint = true;
    if (line.includes('All emulators ready!')) {
      ready = true;
      report({ type: 'ready', ...(functionsProblem === undefined ? {} : { functionsProblem }) });
    }
  };

  return {
    /** Takes the next piece of output, cut anywhere. */
    read: (text: string): void => {
      const parts = (unfinished + text).split('\n');
      unfinished = parts.pop() ?? '';
      parts.forEach(readLine);
    },
    /** Whether every emulator was up at some time. */
    wasReady: (): boolean => ready,
    /** Whether it said that it began a clean end. */
    heardSigint: (): boolean => sigint,
    /** Its last lines. */
    tail: (): string => [...lines, unfinished].join('\n').trim(),
  };
};
