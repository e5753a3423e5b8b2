import { all, field, idIn, type Invariant, moment, text } from './invariant';

const lastResorts = ['lastResort', 'nobodyAtAll'];

/** A loud incident that nobody has is paged again, or has come to the last resort and says so. */
export const neverForgotten: Invariant = {
  name: 'a triggered loud incident has a next page',
  watch: (database, broken) => ({
    commit: ({ changes }) => {
      for (const { path, after } of changes) {
        const id = idIn(path, 'incidents');
        if (id === undefined || after === undefined || text(after, 'status') !== 'triggered' || text(after, 'urgency') !== 'high') continue;
        const nextAt = moment(after, 'escalation.nextAt');
        const wakeAt = moment(after, 'wakeAt');
        if (nextAt !== null && wakeAt !== null && wakeAt <= nextAt) continue;
        const pages = all(database, 'notifications').filter((page) => text(page, 'incidentId') === id && ['pending', 'sending'].includes(text(page, 'status')));
        const changesSaid = all(database, `incidents/${id}/timeline`).flatMap((entry) => field(entry, 'changes') as { type: string }[]); // As the timeline is written.
        if (pages.length > 0 || changesSaid.some(({ type }) => lastResorts.includes(type))) continue;
        broken(`${id} is triggered, and nothing is to come: next page ${String(nextAt)}, wake-up ${String(wakeAt)}`);
      }
    },
  }),
};
