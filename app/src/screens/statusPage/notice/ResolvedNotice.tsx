import { useState } from 'react';
import type { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice, PublicSummary } from '#domain/statusPage/notice';
import { durationWords, whenWords } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { Card, QuietAction, Screen, Stack, useMinute } from '../../../ui';
import { useMay } from '../../configuration/useReadable';
import { touchedNames } from '../views';
import { NoticeHead } from './NoticeHead';
import { SummaryForm } from './SummaryForm';
import { summaryParts } from './summaryDraft';
import { UpdatesSoFar } from './UpdatesSoFar';

type Props = { notice: IncidentNotice; components: readonly StatusComponent[]; back: { to: string; label: string }; onGoOn: () => void };

/** What was told of a trouble that is over: the summary, or its writing where none is public; and all updates. */
export function ResolvedNotice(props: Props) {
  const { notice, back } = props;
  const writes = useMay('publishSummary');
  const [corrects, correct] = useState(false);
  if (writes && (notice.summary === null || corrects)) return <SummaryForm notice={notice} back={back} onPublished={() => correct(false)}><Told {...props} /></SummaryForm>;
  return (
    <Screen title="Public notice" back={back}>
      <Stack><h2 className="notice-title">{notice.title}</h2><Told {...props} onCorrect={writes ? () => correct(true) : null} /></Stack>
    </Screen>
  );
}

/** `onCorrect`: to mend the summary; absent or null: it is being written, or not for this reader to write. */
function Told({ notice, components, onGoOn, onCorrect = null }: Props & { onCorrect?: (() => void) | null }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const mayPublish = useMay('publishNotice');
  const { startedAt, resolvedAt, summary } = notice;
  return (
    <>
      <NoticeHead notice={notice} incidentId={notice.incidentId} />
      {summary === null ? null : <Summary summary={summary} onCorrect={onCorrect} />}
      <Card title="What was told">
        <p className="quiet small notice-over tabular">{touchedNames(notice.components, components)} · {whenWords(startedAt, now, timeZone)}{resolvedAt === null ? '' : `, ${durationWords(resolvedAt - startedAt)} in all`}</p>
        <UpdatesSoFar updates={notice.updates} />
      </Card>
      {mayPublish ? <p><QuietAction outlined icon="undo" onClick={onGoOn} data-testid="go-on">It goes on: publish another update</QuietAction></p> : null}
    </>
  );
}

function Summary({ summary, onCorrect }: { summary: PublicSummary; onCorrect: (() => void) | null }) {
  return (
    <Card title="The summary, as published" action={onCorrect === null ? null : <QuietAction onClick={onCorrect} data-testid="correct-summary">Correct</QuietAction>}>
      <dl className="notice-summary" data-testid="published-summary">
        {summaryParts.map(({ part, title }) => (summary[part] === '' ? null : <div key={part}><dt>{title}</dt><dd className="notice-text">{summary[part]}</dd></div>))}
      </dl>
    </Card>
  );
}
