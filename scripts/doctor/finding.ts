/**
 * One thing that the doctor looked at. `lacks` keeps something from working; `without` costs only what `detail` says.
 * `remedy` is a command or a sentence that mends it.
 */
export type Finding = { about: string } & (
  | { state: 'good'; detail: string }
  | { state: 'lacks' | 'without'; detail: string; remedy: string }
);

const sign = (finding: Finding): string => {
  switch (finding.state) {
    case 'good':
      return 'ok   ';
    case 'lacks':
      return 'LACKS';
    case 'without':
      return 'minor';
    default:
      return finding satisfies never;
  }
};

/** One line, and the remedy under it. */
export const sayFinding = (finding: Finding): string => {
  const line = `${sign(finding)}  ${finding.about}: ${finding.detail}`;
  return finding.state === 'good' ? line : `${line}\n         ${finding.remedy.replaceAll('\n', '\n         ')}`;
};

/** Whether everything that is needed is there. */
export const allGood = (findings: Finding[]): boolean => findings.every(({ state }) => state !== 'lacks');
