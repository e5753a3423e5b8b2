import { lazy, Suspense, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { MatchReason } from '#domain/runbook/match';
import type { Runbook } from '#domain/runbook/runbook';
import { bodyOf } from '#domain/runbook/source';
import { Card, ChoiceField, Empty, Failure, QuietAction, Row, Rows, Skeleton, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { AboutRunbook } from '../runbooks/AboutRunbook';
import { Contacts } from '../runbooks/Contacts';
import { Standing } from '../runbooks/Standing';
import { Steps } from './runbook/Steps';
import { useRunbooksOf, useSteps } from './runbook/useRunbooksOf';
import { whyWords } from './runbook/whyWords';
import './runbook/runbook-part.css';

const Markdown = lazy(() => import('../runbooks/Markdown'));

/** The incident's runbook: whom to ask, and what to do step by step. The one that fits best is open; the others are one choice away. */
export default function RunbookPart({ incident }: { incident: Incident }) {
  const { live, every, matched, first } = useRunbooksOf(incident);
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = every.find(({ id }) => id === chosenId) ?? first?.runbook ?? null;
  if (live.state === 'loading') return <Skeleton label="Loading the runbook" />;
  if (live.state === 'failed') return <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure>;
  const others = every.filter(({ id }) => !matched.some(({ runbook }) => runbook.id === id)).sort((a, b) => a.title.localeCompare(b.title));
  return (
    <Stack>
      {chosen ? null : <Empty title="No runbook fits" icon="runbooks"><p>{incident.serviceName} has none. What you find out now is its first page: keep it as a note.</p></Empty>}
      {every.length > 1 || (!chosen && others.length > 0) ? (
        <ChoiceField label="Runbook" value={chosen?.id ?? ''} onChange={(event) => choose(event.target.value)} data-testid="runbook-choice">
          {chosen ? null : <option value="" disabled>Choose one</option>}
          {matched.length > 0 ? <optgroup label="Fits this incident">{matched.map(({ runbook }) => <option key={runbook.id} value={runbook.id}>{runbook.title}</option>)}</optgroup> : null}
          {others.length > 0 ? <optgroup label="All others">{others.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</optgroup> : null}
        </ChoiceField>
      ) : null}
      {chosen ? <OneRunbook key={chosen.id} incident={incident} runbook={chosen} why={matched.find(({ runbook }) => runbook.id === chosen.id)?.why ?? null} /> : null}
    </Stack>
  );
}

function OneRunbook({ incident, runbook, why }: { incident: Incident; runbook: Runbook; why: MatchReason | null }) {
  const { rows, variables } = useSteps(incident, runbook);
  const [reads, setReads] = useState(false);
  const contacts = runbook.about?.contacts.filter(({ severities }) => severities.includes(incident.severity)) ?? [];
  const whole = reads || rows.length === 0;
  return (
    <>
      <Card flush>
        <Rows><Row to={`/runbooks/${runbook.id}`} title={runbook.title} detail={<><span>{whyWords(why, incident.serviceName, runbook)}</span><span className="runbook-standing"><Standing runbook={runbook} /></span></>} data-testid="runbook-of-incident" /></Rows>
      </Card>
      {contacts.length > 0 ? <Card title={`Whom to ask at ${incident.severity}`}><Contacts contacts={contacts} /></Card> : null}
      <Steps incident={incident} runbook={runbook} rows={rows} variables={variables} />
      {whole ? null : <QuietAction icon="runbooks" onClick={() => setReads(true)} data-testid="whole-runbook">Read the whole runbook</QuietAction>}
      {whole ? (
        <article className="runbook-whole" aria-label={runbook.title}>
          <AboutRunbook about={runbook.about} without="contacts" />
          <Card><Suspense fallback={<Skeleton rows={3} />}><Markdown text={bodyOf(runbook.markdown)} /></Suspense></Card>
        </article>
      ) : null}
    </>
  );
}
