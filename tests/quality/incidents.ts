import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { toStored } from '../../functions/src/store/instants';
import { command, signIn, trigger } from '../rouse';
import { at, incidentBecomes, newService } from '../store';

export type Incidents = { open: string; taken: string; watched: string; asleep: string; ended: string };

/**
 * One incident of each state, on a service whose pages go to Priya (`primary`): `open`, that nobody has; `taken`, which people work on in every way; `watched`, with a fix in
 * and an exit list; `asleep`, snoozed; `ended`, whose end the stakeholders have not heard of.
 */
export async function incidentsOfEachState(): Promise<Incidents> {
  const now = Date.now();
  const { key, serviceId, integrationId } = await newService();
  await at.service(serviceId).update({
    runbookId: 'checkout',
    vendors: [{ name: 'Payment provider', phone: '+49305550140', email: 'help@payments.example.com', url: 'https://status.example.com/', note: 'Contract R-2041' }],
  });
  const change = {
    id: `change-${serviceId}`, serviceId, integrationId, source: 'github', title: 'Deployed checkout 4711', description: 'Pool of 40', changedAt: now - 25 * MINUTE, receivedAt: now,
    links: [{ href: 'https://github.example.com/4711', text: 'Deployment' }], labels: { environment: 'production' }, expireAt: now + DAY,
  };
  await at.change(change.id).set(toStored(change));
  const send = (title: string, severity: string) => trigger(key, {
    title, severity, description: 'More than 20 % fail.', dedupKey: title, labels: { alertname: title, region: 'eu-1' }, links: [{ href: 'https://grafana.example.com/d/1', text: 'Dashboard' }],
  });
  // One after the other: each is decided while its sender waits only where nothing else is being decided.
  const open = await send('Orders are slow', 'critical');
  const taken = await send('Checkout is answering 503', 'critical');
  const watched = await send('Prices are old', 'critical');
  const asleep = await send('Disk fills up', 'warning');
  const ended = await send('Search is slow', 'high');
  const primary = await signIn('primary');
  const tell = async (incidentId: string, wishes: readonly Record<string, unknown>[]) => {
    for (const wish of [{ type: 'acknowledge' }, ...wishes]) {
      const { status, body } = await command(primary, { incidentId, ...wish });
      if (status !== 200) throw new Error(`${JSON.stringify(wish)} is refused: ${JSON.stringify(body)}`);
    }
  };
  const update = { type: 'sendUpdate', phase: 'identified', text: 'We have found **why**, see [the status](https://status.example.com/).', final: false };
  await Promise.all([
    tell(taken, [
      { type: 'assignRole', role: 'incidentCommander', userId: 'primary', deputyId: 'secondary' },
      { type: 'addTask', title: 'Call the bank', ownerId: null, dueAt: now - HOUR }, { type: 'addTask', title: 'Stop the import', ownerId: 'secondary', dueAt: now + 20 * MINUTE },
      { type: 'addNote', text: '**Rolled back** to `4710`.\n\n```\nERROR pool exhausted\n```\n\n- [Graph](https://grafana.example.com/)' },
      { type: 'addDecision', text: 'Nobody deploys until noon.' },
      { type: 'setImpact', answers: { affected: 'some', money: 'some' }, people: 1200, note: 'From the front.' },
      { type: 'setOnTheWay', minutes: 15 }, { type: 'setMilestone', milestone: 'rootCauseIdentified' }, update,
      {
        type: 'setWarRoom',
        warRoom: {
          main: { name: 'Bridge', url: 'https://meet.example.com/a', dialIns: [{ label: 'Berlin', number: '+4930123456', code: '12#' }] },
          backup: { name: 'Second', url: 'https://calls.example.com/b', dialIns: [] },
        },
      },
    ]),
    tell(watched, [{ type: 'setMilestone', milestone: 'fixDeployed' }]),
    tell(asleep, [{ type: 'snooze', minutes: 60 }]),
    tell(ended, [update, { type: 'resolve', verdict: 'falsePositive', cause: 'The probe was too strict.' }]),
  ]);
  await incidentBecomes(ended, ({ status }) => status === 'resolved');
  return { open, taken, watched, asleep, ended };
}
