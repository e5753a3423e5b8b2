import { titleAfterMark } from '#domain/drill/title';
import type { Incident } from '#domain/incident/incident';

/** What an incident is called; a drill says first that it is one, with a mark of its own. */
export function RowTitle({ incident }: { incident: Pick<Incident, 'drillId' | 'title'> }) {
  return incident.drillId === null ? incident.title : <><span className="incident-row-drill">DRILL</span> {titleAfterMark(incident)}</>;
}
