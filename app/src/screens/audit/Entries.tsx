import { useState } from 'react';
import type { AuditLine } from '#domain/audit/difference';
import { textWords } from '#domain/audit/difference';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Icon, QuietAction, useMinute } from '../../ui';
import { counted } from '../configuration/counted';
import { type Filter, fitting, shortPath, type Shown } from './auditView';

/** So many lines of one change at first: what was made has all its fields. */
const atFirst = 12;

/** The changes that fit, each opening to what was before and what is after. */
export function Entries({ all, filter, onClear }: { all: readonly Shown[]; filter: Filter; onClear: () => void }) {
  const found = fitting(all, filter);
  if (found.length === 0) return <Empty title="None of these" icon="eye" action={<QuietAction outlined onClick={onClear}>Show all {all.length.toLocaleString('en')}</QuietAction>}><p>Of the newest {all.length.toLocaleString('en')} changes none fits. Older ones may.</p></Empty>;
  return <Card flush><ul className="audit-entries">{found.map((shown) => <li key={shown.key}><Entry shown={shown} /></li>)}</ul></Card>;
}

function Entry({ shown: { subject, happened, entry, lines } }: { shown: Shown }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [open, setOpen] = useState(false);
  const [every, setEvery] = useState(false);
  const shown = every ? lines : lines.slice(0, atFirst);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} data-testid="audit-entry">
      <summary>
        <span className="audit-words">
          <span className="audit-subject">{subject}</span>
          <span className="quiet small tabular">{entry.name} {happened} it, {whenWords(entry.at, now, timeZone)}{happened === 'changed' ? ` · ${lines.length === 0 ? 'nothing that shows' : counted(lines.length, 'difference')}` : ''}</span>
        </span>
        <Icon name="forward" size={18} />
      </summary>
      {open ? (
        <div className="audit-inside">
          {lines.length === 0 ? <p className="quiet small">It was saved as it was.</p> : <dl className="audit-lines">{shown.map((line, index) => <Line key={index} line={line} path={shortPath(line.path, shown[index - 1]?.path)} />)}</dl>}
          {shown.length < lines.length ? <QuietAction onClick={() => setEvery(true)}>Show all {lines.length}</QuietAction> : null}
        </div>
      ) : null}
    </details>
  );
}

function Line({ line, path }: { line: AuditLine; path: readonly string[] }) {
  return <div><dt>{path.join(' › ')}</dt><dd><What line={line} /></dd></div>;
}

function What({ line }: { line: AuditLine }) {
  switch (line.is) {
    case 'changed': return <><Before words={line.from} /> <span aria-hidden="true">→</span><span className="visually-hidden"> became </span> <span className="audit-after">{line.to}</span></>;
    case 'added': return <><span className="visually-hidden">new: </span><span className="audit-after">{line.to}</span></>;
    case 'removed': return <><span className="visually-hidden">gone: </span><Before words={line.from} /></>;
    case 'text': return <span className="quiet">{textWords(line)}</span>;
    case 'secret': return <span className="quiet">not shown, it is a secret</span>;
    default: return line satisfies never;
  }
}

const Before = ({ words }: { words: string }) => <del className="audit-before">{words}</del>;
