import { all, type Invariant, moment, text } from './invariant';

const skew = 2_000;
const grace = 5 * 60_000;

/**
 * An acknowledge that holds for a time is never silent for ever: at its end, or that of its snooze, its owner is asked or it pages again, and five minutes after who was
 * asked has not answered it pages again. By one sweep later than that.
 */
export const leaseIsHeard: Invariant = {
  name: 'an acknowledge that ran out is heard of',
  watch: (database, broken) => ({
    swept: (beganAt) => {
      for (const incident of all(database, 'incidents')) {
        if (text(incident, 'status') !== 'acknowledged') continue;
        const [leaseUntil, nudgedAt, snoozedUntil] = [moment(incident, 'leaseUntil'), moment(incident, 'nudgedAt'), moment(incident, 'snoozedUntil')];
        const heardBy = snoozedUntil ?? (nudgedAt === null ? leaseUntil : nudgedAt + grace);
        if (heardBy !== null && heardBy < beganAt - skew) broken(`${incident.path} ran out at ${heardBy}, and a sweep from ${beganAt} left it silent`);
      }
    },
  }),
};
