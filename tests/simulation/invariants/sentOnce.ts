import { idIn, type Invariant, moment, text } from './invariant';

/** A notification is sent again only where nobody knows whether it was sent: each sending has a claim of its own, and a second claim needs a doubt. */
export const sentOnce: Invariant = {
  name: 'sent again only in doubt',
  watch: (database, broken) => {
    const sendings = new Map<string, number>();
    return {
      sent: ({ notificationId }) => {
        const count = (sendings.get(notificationId) ?? 0) + 1;
        sendings.set(notificationId, count);
        const stored = database.document(`notifications/${notificationId}`);
        const claims = Number(stored?.fields.attempts ?? 0);
        if (count > claims) broken(`notification ${notificationId} (${text(stored, 'channel')} ${text(stored, 'kind')} ${text(stored, 'cause')}) was sent ${count} times under ${claims} claims`);
      },
      commit: ({ at, changes }) => {
        for (const { path, before, after } of changes) {
          if (idIn(path, 'notifications') === undefined || before === undefined || Number(before.fields.attempts) === 0) continue;
          if (Number(after?.fields.attempts) <= Number(before.fields.attempts)) continue;
          const leaseUntil = moment(before, 'leaseUntil');
          if (moment(before, 'sentAt') !== null) broken(`${path} was claimed again after it was sent`);
          else if (leaseUntil === null || leaseUntil > at.toMillis()) broken(`${path} was claimed again while its sender had it, until ${String(leaseUntil)}`);
        }
      },
    };
  },
};
