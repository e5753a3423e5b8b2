import type { DrillReach, DrillResult } from '#domain/drill/drill';
import { reachWords, resultWords, wasReached } from '#domain/drill/words';
import { durationWords } from '#domain/time/words';
import { Card, Icon, Row, Rows } from '../../ui';

/** What a drill showed: the answer in large, then each person's way. */
export function Result({ result }: { result: DrillResult }) {
  const { triggeredAt, acknowledgedAt, acknowledgedBy, reach, escalations, endedAt } = result;
  return (
    <>
      <section className="drills-result" aria-label="What it showed" data-testid="drill-result">
        <p className="drills-figure tabular">{acknowledgedAt === null ? 'No answer' : durationWords(Math.max(0, acknowledgedAt - triggeredAt))}</p>
        <p className="visually-hidden">{resultWords(result)}</p>
        <p aria-hidden="true">{acknowledgedAt === null ? 'Nobody acknowledged before it ended.' : `until ${acknowledgedBy ?? 'somebody'} acknowledged`}</p>
        <p className="quiet tabular">
          {reach.length === 0 ? 'Nobody was paged' : `${reach.filter(wasReached).length} of ${reach.length} reached`} · {escalations === 0 ? 'not escalated' : `escalated ${escalations === 1 ? 'once' : `${escalations} times`}`} · {durationWords(Math.max(0, endedAt - triggeredAt))} in all
        </p>
      </section>
      {reach.length === 0 ? null : (
        <Card flush title="Who was reached">
          <Rows label="Who was reached">{reach.map((each) => <OnePerson key={each.userId} reach={each} triggeredAt={triggeredAt} />)}</Rows>
        </Card>
      )}
    </>
  );
}

function OnePerson({ reach, triggeredAt }: { reach: DrillReach; triggeredAt: number }) {
  return (
    <Row
      start={<span className={wasReached(reach) ? 'drills-reached' : 'drills-missed'}><Icon name={wasReached(reach) ? 'check' : 'warning'} /></span>} title={reach.name} data-testid="drill-reach"
      detail={<span className="tabular">{reachWords(reach, triggeredAt)}</span>}
    />
  );
}
