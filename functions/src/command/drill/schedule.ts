import { logger } from 'firebase-functions';
import type { CommandAnswer } from '#domain/command/answer';
import type { DrillCommand } from '#domain/command/drill';
import { Drill } from '#domain/drill/drill';
import { startProblems } from '#domain/drill/plan';
import { announcementsOf } from '#domain/drill/tellings';
import type { Person } from '#domain/people/person';
import { listWords } from '#domain/readiness/telling';
import { whenWords } from '#domain/time/words';
import { transact } from '../../commit/transact';
import { beginDrill } from '../../drill/begin';
import { idOf } from '../../identity/identity';
import { configuration } from '../../store/configuration';
import { at, read } from '../../store/documents';
import { toStored } from '../../store/instants';
import { ask } from '../../store/queries';
import { tellAll } from '../../watch/tell';
import { refusal } from '../refusal';

type Sent = Extract<DrillCommand, { type: 'scheduleDrill' }>;

/** Plans a drill, and begins it where that is now. Its id follows from the command's, so a retry finds the one of the first try. One of a service at a time. */
export async function scheduleDrill(sent: Sent, sender: Person): Promise<CommandAnswer> {
  const { services } = await configuration(true);
  const service = services[sent.serviceId];
  if (service === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'There is no such service.' }]);
  const id = idOf('drill', sender.id, sent.commandId).slice(0, 20);

  const { drill, now } = await transact(async (transaction) => {
    const [found, ...others] = await Promise.all([
      transaction.get(at.drill(id)), ...(['scheduled', 'running'] as const).map((state) => transaction.get(ask('drillsOfService', [sent.serviceId, state]).limit(1))),
    ]);
    const existing = read(Drill, found);
    const now = found.readTime.toMillis();
    if (existing !== undefined) return { drill: existing, now };
    const problems = startProblems(sent.startsAt, now);
    if (problems.length > 0) throw refusal('invalid', problems, problems[0]?.message);
    if (others.some(({ size }) => size > 0)) throw refusal('in-use', [], `A drill of ${service.name} is planned or runs already. One at a time.`);
    const startsAt = sent.startsAt ?? now;
    const planned: Drill = {
      id, scenario: sent.scenario, serviceId: service.id, serviceName: service.name, startsAt, isSurprise: sent.isSurprise, createdBy: { userId: sender.id, name: sender.name }, createdAt: now,
      state: 'scheduled', incidentId: null, dueAt: startsAt, result: null,
    };
    transaction.create(found.ref, toStored(planned));
    return { drill: planned, now };
  });
  return sent.startsAt === null ? begunNow(drill) : planned(drill, sender, now);
}

/** What fails here is begun by the sweep: the drill is there, and due. */
async function begunNow({ id }: Drill): Promise<CommandAnswer> {
  await beginDrill(id).catch((error: unknown) => logger.error(`drill ${id}`, error));
  const drill = read(Drill, await at.drill(id).get());
  const begun = drill?.incidentId ?? null;
  const message = begun === null ? 'The drill begins within a minute.' : `The drill runs as ${begun}. It pages as a real incident would, and says DRILL first.`;
  return { outcome: 'done', code: 'scheduleDrill', message, savedId: id, ...(begun === null ? {} : { incidentId: begun }) };
}

async function planned(drill: Drill, sender: Person, now: number): Promise<CommandAnswer> {
  const facts = await configuration();
  const tellings = announcementsOf(drill, 'planned', facts, now);
  await tellAll(tellings).catch((error: unknown) => logger.error(`drill ${drill.id}`, error));
  const names = tellings.map(({ userId }) => facts.people[userId]?.name ?? userId);
  const told = names.length === 0 ? 'Nobody is told beforehand.' : `${listWords(names)} ${names.length === 1 ? 'is' : 'are'} told now.`;
  return { outcome: 'done', code: 'scheduleDrill', message: `The drill begins ${whenWords(drill.startsAt, now, sender.timeZone)}. ${told}`, savedId: drill.id };
}
