import type { CommandAnswer } from '#domain/command/answer';
import type { IconName } from '../../ui';

export type FoundFile = { path: string; markdown: string };
/** What became of one file, or would; `left`: Rouse was not even asked. */
export type ImportedFile = NonNullable<CommandAnswer['imported']>[number];

/** As long as a runbook may be. */
const MOST = 100_000;
/** What one command takes: the schema's number of files, and a body that reaches the backend within its patience on a phone's network. */
const MOST_FILES = 100;
const MOST_CHARACTERS = 1_500_000;

/** Whether a file of a chosen folder is meant: Markdown, and not hidden or a tool's own. `path`: with the folders that it lies in. */
export function isRunbookFile(path: string): boolean {
  const parts = path.split('/');
  return /\.(md|markdown)$/i.test(path) && !parts.some((part) => part.startsWith('.') || part === 'node_modules');
}

/** Takes out what can not be a runbook, and says why. */
export function sifted(files: readonly FoundFile[]): { fit: FoundFile[]; refused: ImportedFile[] } {
  const refusal = ({ path, markdown }: FoundFile): string | null => {
    if (markdown.trim() === '') return 'is empty.';
    if (markdown.length > MOST) return `is longer than ${MOST.toLocaleString('en')} characters.`;
    return path.length > 400 ? 'has a name that is too long.' : null;
  };
  return {
    fit: files.filter((file) => refusal(file) === null),
    refused: files.flatMap((file) => {
      const message = refusal(file);
      return message === null ? [] : [{ path: file.path, title: file.path.split('/').at(-1) ?? file.path, outcome: 'refused' as const, issues: [{ path: 'file', message }], runbookId: null }];
    }),
  };
}

/** The files in loads that one command takes, in order; `most` files each. */
export function loadsOf(files: readonly FoundFile[], most = MOST_FILES): FoundFile[][] {
  const loads: FoundFile[][] = [];
  let size = 0;
  for (const file of files) {
    const last = loads.at(-1);
    if (last && last.length < Math.min(most, MOST_FILES) && size + file.markdown.length <= MOST_CHARACTERS) {
      last.push(file);
      size += file.markdown.length;
    } else {
      loads.push([file]);
      size = file.markdown.length;
    }
  }
  return loads;
}

/** What became of a file, or will where it is only tried, in words. */
export function outcomeWords(outcome: ImportedFile['outcome'], tried: boolean): { word: string; icon: IconName } {
  switch (outcome) {
    case 'new': return { word: tried ? 'Becomes a new runbook' : 'New', icon: 'plus' };
    case 'newVersion': return { word: tried ? 'Becomes a new version' : 'New version', icon: 'up' };
    case 'unchanged': return { word: 'Is here already, word for word', icon: 'check' };
    case 'refused': return { word: tried ? 'Cannot be taken' : 'Not taken', icon: 'warning' };
    default: return outcome satisfies never;
  }
}

/** How many files will be written. */
export function toWrite(imported: readonly ImportedFile[]): number {
  return imported.filter(({ outcome }) => outcome === 'new' || outcome === 'newVersion').length;
}
