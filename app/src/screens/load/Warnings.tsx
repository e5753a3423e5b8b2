import { Link } from 'react-router-dom';
import { REST } from '#domain/oncall/care';
import { durationWords } from '#domain/time/words';
import { Card, Icon } from '../../ui';
import { restSentence } from './careWarnings';
import type { HandoffWarning, RestWarning } from './careWarnings';
import type { Which } from './loadRows';

type Props = {
  rests: readonly RestWarning[]; handoffs: readonly HandoffWarning[]; which: Which; now: number; zone: string; subject: (userId: string) => string;
  /** Whether the reader may change schedules. */
  mayChange: boolean;
};

/** What wears people out, as sentences: advice, nothing is forbidden by it. */
export function Warnings({ rests, handoffs, which, now, zone, subject, mayChange }: Props) {
  if (rests.length === 0 && handoffs.length === 0) return <p className="load-calm"><Icon name="check" size={20} /><span>Nobody {which === 'last' ? 'had' : 'has'} too little rest between two shifts, and no weekly turn changes hands on a Monday or Friday.</span></p>;
  return (
    <>
      {rests.length > 0 ? (
        <Card title="No rest after a night" tone="warning">
          <ul className="load-warnings tabular">
            {rests.map((one) => <li key={one.userId} data-testid="rest-warning"><Icon name="warning" size={20} /><p>{restSentence(one, which, now, zone, subject)}</p></li>)}
          </ul>
          <p className="quiet small">Less than {durationWords(REST)} does not make up for a night.{which === 'next' ? <> Ask for cover under <Link to="/on-call">On call</Link>.</> : null}</p>
        </Card>
      ) : null}
      {handoffs.length > 0 ? (
        <Card title="Hand-overs">
          <ul className="load-warnings">
            {handoffs.map(({ scheduleId, layerId, title, text }) => (
              <li key={`${scheduleId} ${layerId}`} data-testid="handoff-warning">
                <Icon name="warning" size={20} />
                <div>
                  <p><b>{title}</b> {text}</p>
                  {mayChange ? <Link className="action action-quiet action-quiet-accent" aria-label={`Change the schedule: ${title}`} to={`/schedules/${encodeURIComponent(scheduleId)}/edit`}>Change the schedule</Link> : null}
                </div>
              </li>
            ))}
          </ul>
          {mayChange ? null : <p className="quiet small">Only admins change this.</p>}
        </Card>
      ) : null}
    </>
  );
}
