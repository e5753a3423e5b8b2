import { useRef } from 'react';
import { Link } from 'react-router-dom';
import { Card, Failure, Icon, PrimaryAction, QuietAction, Screen, Skeleton, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { counted } from '../configuration/counted';
import '../configuration/configuration.css';
import { useMay } from '../configuration/useReadable';
import { outcomeWords, toWrite } from './importFiles';
import type { ImportedFile } from './importFiles';
import { useImport } from './useImport';
import './import.css';

const back = { to: '/runbooks', label: 'All runbooks' };

/** Takes runbooks from a folder of Markdown files: first what would become of each, then, when that is right, the import itself. */
export default function ImportRunbooks() {
  const mayImport = useMay('importRunbooks');
  const { state, problem, look, take, again } = useImport();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  if (!mayImport) return <Screen title="Import runbooks" back={back}><Failure title={readFailures.denied.title}><p>Runbooks are imported by responders.</p></Failure></Screen>;
  const chosen = (input: HTMLInputElement) => {
    const picked = [...(input.files ?? [])];
    input.value = '';
    if (picked.length > 0) void look(picked);
  };
  const count = state.step === 'tried' ? toWrite(state.planned) : 0;
  const footer = (
    <>
      {problem ? <p className="configuration-problem" role="alert">{problem}</p> : null}
      {state.step === 'choosing' ? <PrimaryAction onClick={() => folder.current?.click()} data-testid="choose-folder">Choose a folder</PrimaryAction> : null}
      {state.step === 'choosing' ? <QuietAction onClick={() => files.current?.click()} data-testid="choose-files">Choose single files</QuietAction> : null}
      {state.step === 'tried' && count > 0 ? <PrimaryAction onClick={() => { void take(); }} data-testid="import">Import {counted(count, 'runbook')}</PrimaryAction> : null}
      {state.step === 'tried' || state.step === 'imported' ? <QuietAction onClick={again}>Choose others</QuietAction> : null}
    </>
  );
  return (
    <Screen title="Import runbooks" back={back} footer={footer}>
      {/* A phone without folders offers its files there too. */}
      <input ref={folder} type="file" hidden multiple data-testid="folder" {...{ webkitdirectory: '' }} onChange={({ target }) => chosen(target)} />
      <input ref={files} type="file" hidden multiple accept=".md,.markdown,text/markdown" data-testid="files" onChange={({ target }) => chosen(target)} />
      <Stack>
        {state.step === 'choosing' ? (
          <Card>
            <p>Choose a folder of Markdown files, with the folders inside it. You see what becomes of each before anything is saved.</p>
            <p className="quiet import-words">A file with the title of a runbook that is here becomes its next version. Front matter between two lines --- says the services, symptoms and contacts; without it the first heading is the title.</p>
          </Card>
        ) : null}
        {state.step === 'looking' ? <Skeleton rows={4} label="Looking at the files" /> : null}
        {state.step === 'importing' ? (
          <Card>
            <p role="status" className="tabular" data-testid="import-progress">{state.done} of {state.total} taken</p>
            <progress className="import-progress" value={state.done} max={state.total} aria-label="Import" />
          </Card>
        ) : null}
        {state.step === 'tried' ? <p role="status">{count === 0 ? 'Nothing to import: every file is here already, or cannot be taken.' : 'Nothing is saved yet.'}</p> : null}
        {state.step === 'imported' ? <p role="status">The import is done. New versions are drafts until somebody reviews them.</p> : null}
        {state.step === 'tried' ? <Files files={state.planned} tried /> : null}
        {state.step === 'imported' ? <Files files={state.results} tried={false} /> : null}
      </Stack>
    </Screen>
  );
}

/** Each file, with what becomes of it and what is wrong with it: a table that reads as a list on a phone. */
function Files({ files, tried }: { files: readonly ImportedFile[]; tried: boolean }) {
  return (
    <Card flush>
      <table className="import-files">
        <caption className="visually-hidden">{tried ? 'What would become of each file' : 'What became of each file'}</caption>
        <thead><tr><th scope="col">File</th><th scope="col">Runbook</th><th scope="col">{tried ? 'What becomes of it' : 'Result'}</th></tr></thead>
        <tbody>
          {files.map((file) => {
            const { word, icon } = outcomeWords(file.outcome, tried);
            return (
              <tr key={file.path} data-testid="import-file">
                <td className="import-path">{file.path}</td>
                <td>{file.runbookId === null || (tried && file.outcome === 'new') ? file.title : <Link to={`/runbooks/${file.runbookId}`}>{file.title}</Link>}</td>
                <td>
                  <span className={`import-outcome import-${file.outcome}`}><Icon name={icon} size={16} />{word}</span>
                  {file.issues.map(({ path, message }, index) => <p key={index} className="small quiet"><code>{path}</code> {message}</p>)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
