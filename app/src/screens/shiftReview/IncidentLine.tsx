import type { ReactNode } from 'react';
import type { Incident } from '#domain/incident/incident';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Row, SeverityMark, useMinute } from '../../ui';

/** One incident as a line that leads to it. `words`: what there is to say of it here. */
export function IncidentLine({ incident: { id, title, severity, serviceName, clocks }, words }: { incident: Incident; words?: ReactNode }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  return <Row to={`/incidents/${id}`} start={<SeverityMark severity={severity} word={false} />} title={title} detail={<span className="tabular">{serviceName} · {whenWords(clocks.triggeredAt, now, timeZone)}{words === undefined ? '' : <> · {words}</>}</span>} />;
}
