import { FieldPath } from 'firebase-admin/firestore';
import { db } from '../../functions/src/firebase';
import { configuration } from '../../functions/src/store/configuration';
import { at } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { yearOf } from './year';

/** As many writes as one batch is given: far below what Firestore takes at once. */
const inOneBatch = 400;

/** Why nothing may be written to what this environment leads to; null: it is an emulator of a project that is no real one. */
export function refusalOf(environment: Readonly<Record<string, string | undefined>>): string | null {
  const { FIRESTORE_EMULATOR_HOST: host, GCLOUD_PROJECT: project = '' } = environment;
  if (host === undefined || !/^(?:127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(host)) return 'FIRESTORE_EMULATOR_HOST names no emulator on this machine.';
  return project.startsWith('demo-') ? null : `${project === '' ? 'No project' : project} is no project of the emulator: its name has to begin with demo-.`;
}

/** Writes a year of incidents with their messages, and the months of the metrics that they come to, beside what is there. Answers how much was written. */
export async function writeYear({ seed, count, now }: { seed: number; count: number; now: number }): Promise<{ incidents: number; notifications: number; months: number }> {
  const refusal = refusalOf(process.env);
  if (refusal !== null) throw new Error(refusal);
  const { lived, months } = yearOf({ seed, count, facts: await configuration(true), now });
  const writes = [
    ...lived.map(({ incident }) => ({ ref: at.incident(incident.id), value: toStored(incident) })),
    ...lived.flatMap(({ messages }) => messages).map((message) => ({ ref: at.notification(message.id), value: toStored(message) })),
  ];
  for (let from = 0; from < writes.length; from += inOneBatch) {
    const batch = db().batch();
    for (const { ref, value } of writes.slice(from, from + inOneBatch)) batch.set(ref, value);
    await batch.commit();
  }
  // Merged: the incidents that are there already keep their rows. What is in a row is made anew.
  for (const [month, rows] of months) await at.metricsMonth(month).set({ month, rows: toStored(rows) }, { mergeFields: ['month', ...Object.keys(rows).map((id) => new FieldPath('rows', id))] });
  return { incidents: lived.length, notifications: writes.length - lived.length, months: months.size };
}
