import { useRef, useState } from 'react';
import type { Command } from '#domain/command/command';
import { sendCommand } from '../../commands/send';
import { asCommand } from '../../commands/wish';
import { connection } from '../../live/connection';
import { isRunbookFile, loadsOf, sifted } from './importFiles';
import type { FoundFile, ImportedFile } from './importFiles';

/** Files that are imported with one command: few, so that the progress is seen and a bad network loses little. */
const AT_ONCE = 10;

export type ImportState =
  | { step: 'choosing' }
  | { step: 'looking' }
  | { step: 'tried'; files: FoundFile[]; planned: ImportedFile[] }
  | { step: 'importing'; planned: ImportedFile[]; done: number; total: number }
  | { step: 'imported'; results: ImportedFile[] };

const OFFLINE = 'You are offline, so nothing was sent. Try again when there is a connection.';
const UNANSWERED = 'No answer from Rouse. What is listed as taken is saved; go on to send the rest, twice does no harm.';

/** An import from the choice of files to what became of each. `problem`: why it stopped; what was done stays done. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ step: 'choosing' });
  const [problem, setProblem] = useState<string | null>(null);
  // Loads of an import that stopped half-way go again under the ids that they had: none is taken twice.
  const commands = useRef<Command[] | null>(null);
  const results = useRef<ImportedFile[]>([]);

  const ask = async (command: Command): Promise<ImportedFile[] | null> => {
    if (connection.current().state === 'offline') {
      setProblem(OFFLINE);
      return null;
    }
    const outcome = await sendCommand(command);
    if (outcome.state === 'answered') return outcome.answer.imported ?? [];
    setProblem(outcome.state === 'refused' ? outcome.sentence : UNANSWERED);
    return null;
  };

  /** Reads the chosen files and asks what would become of each. Nothing is saved. */
  const look = async (chosen: readonly File[]) => {
    setProblem(null);
    const meant = chosen.map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter(({ path }) => isRunbookFile(path));
    if (meant.length === 0) return setProblem('There is no Markdown file among them. A runbook’s name ends in .md.');
    setState({ step: 'looking' });
    const read = await Promise.all(meant.map(async ({ file, path }) => ({ path, markdown: await file.text() }))).catch(() => null);
    if (read === null) {
      setProblem('The files could not be read. Choose them again.');
      return setState({ step: 'choosing' });
    }
    const { fit, refused } = sifted(read);
    const planned: ImportedFile[] = [];
    for (const files of loadsOf(fit)) {
      const answered = await ask(asCommand({ type: 'importRunbooks', files, dryRun: true }));
      if (answered === null) return setState({ step: 'choosing' });
      planned.push(...answered);
    }
    const unchanged = new Set(planned.filter(({ outcome }) => outcome === 'unchanged' || outcome === 'refused').map(({ path }) => path));
    commands.current = null;
    results.current = [...planned.filter(({ path }) => unchanged.has(path)), ...refused];
    setState({ step: 'tried', files: fit.filter(({ path }) => !unchanged.has(path)), planned: [...planned, ...refused] });
  };

  /** Takes the files in, load by load; after a stop it goes on where it stood. */
  const take = async () => {
    if (state.step !== 'tried') return;
    const { files, planned } = state;
    setProblem(null);
    commands.current ??= loadsOf(files, AT_ONCE).map((load) => asCommand({ type: 'importRunbooks', files: load, dryRun: false }));
    let done = 0;
    for (let command = commands.current[0]; command !== undefined; command = commands.current[0]) {
      setState({ step: 'importing', planned, done: files.length - countOf(commands.current), total: files.length });
      const answered = await ask(command);
      if (answered === null) return setState({ step: 'tried', files, planned: planned.map((file) => results.current.find(({ path }) => path === file.path) ?? file) });
      results.current = [...results.current, ...answered];
      commands.current = commands.current.slice(1);
      done += answered.length;
    }
    setState({ step: 'imported', results: [...results.current].sort((a, b) => a.path.localeCompare(b.path)) });
    return done;
  };

  return { state, problem, look, take, again: () => { setProblem(null); setState({ step: 'choosing' }); } };
}

function countOf(commands: readonly Command[]): number {
  return commands.reduce((total, command) => total + (command.type === 'importRunbooks' ? command.files.length : 0), 0);
}
