import { all, type Invariant, moment, text } from './invariant';

/** How far the clock of a process may be behind the store's (ms). */
const skew = 2_000;
/** An accepted event may be in the hands of a drain that died: its lease, by two clocks that differ. */
const drainLease = 10_000 + 2 * skew;

/** A wake-up that never comes costs one sweep: what was due when it began is done when it has ended well. */
export const sweptUp: Invariant = {
  name: 'a lost wake-up costs one sweep at most',
  watch: (database, broken) => ({
    swept: (beganAt) => {
      const isDue = (at: number | null, grace = skew) => at !== null && at < beganAt - grace;
      // What changed while it swept may be due since long ago (an acknowledge with an update owed): that one is looked at next.
      for (const incident of all(database, 'incidents')) if (incident.updateTime.toMillis() < beganAt && isDue(moment(incident, 'wakeAt'))) broken(`${incident.path} was due at ${String(moment(incident, 'wakeAt'))}, and a sweep from ${beganAt} left it`);
      for (const page of all(database, 'notifications')) {
        const dueAt = text(page, 'status') === 'pending' ? moment(page, 'dueAt') : moment(page, 'leaseUntil');
        if (isDue(dueAt)) broken(`${page.path} was due at ${String(dueAt)}, and a sweep from ${beganAt} left it`);
        // A try that failed while it swept sets a time that was: that one is looked at next.
        if (page.updateTime.toMillis() < beganAt && isDue(moment(page, 'followAt'))) broken(`the link after ${page.path} was due at ${String(moment(page, 'followAt'))}, and a sweep from ${beganAt} left it`);
      }
      for (const event of all(database, 'events')) {
        if (event.fields.state === 'undecided' && isDue(moment(event, 'receivedAt'), 1_000 + 2 * skew + drainLease + 15_000)) broken(`${event.path} came at ${String(moment(event, 'receivedAt'))}, and a sweep from ${beganAt} left it undecided`);
      }
    },
  }),
};
