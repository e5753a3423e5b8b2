import { all, field, type Invariant, text } from './invariant';

type Result = { action: string; incidentId: string | null };
// A source's resolve or acknowledge is no report of an alert: it counts none.
const counting = ['triggered', 'grouped', 'deduplicated'];

/** What was answered 2xx is there, is decided, and is counted once in its incident. */
export const nothingLost: Invariant = {
  name: 'nothing accepted is lost',
  watch: (database, broken) => ({
    atRest: (accepted) => {
      const events = all(database, 'events');
      const byTitle = new Map(events.map((event) => [text(event, 'headline'), event]));
      for (const { title } of accepted) {
        const event = byTitle.get(title);
        if (event === undefined) broken(`"${title}" was accepted and is not in the inbox`);
        else if (text(event, 'state') !== 'decided') broken(`"${title}" was accepted and is ${text(event, 'state')}`);
      }
      const counted = new Map<string, number>();
      for (const event of events) {
        for (const { action, incidentId } of field(event, 'results') as Result[]) { // As the event is written.
          if (incidentId !== null && counting.includes(action)) counted.set(incidentId, (counted.get(incidentId) ?? 0) + 1);
        }
      }
      for (const incident of all(database, 'incidents')) {
        const id = text(incident, 'id');
        const [said, expected] = [Number(field(incident, 'alertCounts.events')), counted.get(id) ?? 0];
        const inAlerts = all(database, `incidents/${id}/alerts`).reduce((sum, alert) => sum + Number(alert.fields.count), 0);
        if (said !== expected || inAlerts !== expected) broken(`${id} counts ${said} reports and ${inAlerts} in its alerts; ${expected} were decided into it`);
      }
    },
  }),
};
