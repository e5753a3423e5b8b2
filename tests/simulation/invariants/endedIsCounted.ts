import { all, field, idIn, type Invariant, moment, text } from './invariant';

const fields = [['triggeredAt', 'clocks.triggeredAt'], ['acknowledgedAt', 'clocks.acknowledgedAt'], ['resolvedAt', 'clocks.resolvedAt'], ['severity', 'severity'], ['serviceId', 'serviceId']] as const;

/** At rest each incident that has ended has exactly one row in the metrics, which says what the incident says, and nothing else has one; what was noted is done, or waits for its second time. */
export const endedIsCounted: Invariant = {
  name: 'the metrics are exact',
  watch: (database, broken) => ({
    atRest: () => {
      const months = all(database, 'metrics').map((month) => (field(month, 'rows') ?? {}) as Record<string, object>); // As they are written.
      const rows = new Map(months.flatMap((month) => Object.entries(month)));
      const count = months.reduce((sum, month) => sum + Object.keys(month).length, 0);
      if (count !== rows.size) broken(`${count - rows.size} incidents are counted in two months`);
      for (const incident of all(database, 'incidents')) {
        const id = idIn(incident.path, 'incidents') ?? '';
        const row = rows.get(id);
        const counts = text(incident, 'status') === 'resolved' && field(incident, 'mergedInto') === null;
        if (counts !== (row !== undefined)) broken(`${id} is ${text(incident, 'status')}, and its row is ${row === undefined ? 'not there' : 'there'}`);
        if (row === undefined) continue;
        const own = { ...incident, fields: { row } } as typeof incident; // A row read as if it were a document of its own.
        for (const [there, here] of fields) if (field(own, `row.${there}`) !== field(incident, here)) broken(`${id}: its row says ${there} ${text(own, `row.${there}`)}, it says ${text(incident, here)}`);
        rows.delete(id);
      }
      for (const id of rows.keys()) broken(`${id} has a row, and there is no such incident`);
      for (const note of all(database, 'afterwards')) if (field(note, 'isSecond') !== true) broken(`${note.path} was noted at ${moment(note, 'dueAt') ?? 0}, and never done`);
    },
  }),
};
