import type { IncidentId } from '#domain/incident/incident';
import type { Severity } from '#domain/incident/severity';
import { type ComponentState, StatusComponent } from '#domain/statusPage/component';
import { defaultStatusPage, type IncidentNotice, type MaintenanceNotice, type StatusPageSettings } from '#domain/statusPage/notice';
import { remade } from '#domain/statusPage/pageAt';
import { publishUpdate, summarised } from '#domain/statusPage/publish';
import { PublicMonth, PublicPage, type PublicWhole } from '#domain/statusPage/publicStatus';
import { pastOf, shownMaintenance, shownNotice } from '#domain/statusPage/shown';
import { monthOf, monthsOf, type Span, withSpans } from '#domain/statusPage/spans';
import { DAY, HOUR, MINUTE } from '#domain/time/instant';
import { db } from '../../functions/src/firebase';
import { idOf, incidentIdOf } from '../../functions/src/identity/identity';
import { noticeIdOf, publicNoticeAt } from '../../functions/src/statusPage/places';
import { at, read } from '../../functions/src/store/documents';
import { toStored } from '../../functions/src/store/instants';
import { demoComponents } from './services';

/** `history`: which incident of the seeded history it tells of; null: of none. `lasted` in minutes. */
type Told = {
  history: number | null; daysAgo: number; hour: number; lasted: number; severity: Severity; components: string[]; state: ComponentState; title: string;
  texts: readonly [begin: string, found: string, over: string]; impact: string; rootCause: string; resolution: string;
};

const past: readonly Told[] = [
  {
    history: 0, daysAgo: 1, hour: 2, lasted: 41, severity: 'SEV2', components: ['checkout'], state: 'degraded', title: 'Payments are confirmed slowly',
    texts: ['Some payments are confirmed only after several seconds. We are looking for the cause.', 'We know the cause and are working on a fix. No payment is lost.', 'Payments are confirmed as fast as before.'],
    impact: 'About one payment in twenty took longer than four seconds. None was lost or made twice.', rootCause: 'A nightly report held connections to the database that payments needed.', resolution: 'The report runs on a copy of the database now.',
  },
  {
    history: 2, daysAgo: 6, hour: 4, lasted: 73, severity: 'SEV1', components: ['api', 'web'], state: 'majorOutage', title: 'Search finds nothing',
    texts: ['Searches answer without a result. We are looking for the cause.', 'The search index is empty. We are filling it again, which takes about half an hour.', 'Search works again.'],
    impact: 'Nobody could search for 73 minutes. Products opened from a link or a basket were there.', rootCause: 'The nightly import was cut off, and its empty result replaced the index.', resolution: 'An index that is much smaller than the one before is no longer put in its place.',
  },
  {
    history: 3, daysAgo: 11, hour: 23, lasted: 35, severity: 'SEV1', components: ['checkout'], state: 'majorOutage', title: 'Payments fail',
    texts: ['Payments are not working. We are looking for the cause.', 'We know the cause and are taking the last change back.', 'Payments work again.'],
    impact: 'No order could be paid for 35 minutes. Baskets were kept.', rootCause: 'A change did not give connections to the database back.', resolution: 'The change was taken back. Every change is tried under load before it goes out.',
  },
  {
    history: null, daysAgo: 40, hour: 13, lasted: 128, severity: 'SEV2', components: ['mobile'], state: 'partialOutage', title: 'The mobile app signs some people out',
    texts: ['Some people are signed out of the mobile app again and again. We are looking for the cause.', 'It concerns phones with the newest system. A new version of the app is on its way.', 'The new version is in the stores.'],
    impact: 'About one person in ten had to sign in several times.', rootCause: '', resolution: 'Version 5.2.1 of the app keeps people signed in.',
  },
];

const settings: StatusPageSettings = { ...defaultStatusPage, title: 'Rouse Shop status', about: 'How the shop, its apps and its payments are doing.' };
const knownFor = 200 * DAY;

/** Publishes what the demo's customers were told: past incidents with their cause, maintenance that is over, and maintenance to come. Once: what was published since stays as it is. */
export async function seedStatusPage(now: number): Promise<void> {
  const notices = past.map((told) => noticeOf(told, now));
  const [first] = notices;
  if (first === undefined || (await at.notice(first.id).get()).exists) return;
  const before = read(PublicPage, await at.publicPage().get()) ?? null;
  const components = (await db().collection('statusComponents').get()).docs.flatMap((found) => read(StatusComponent, found) ?? []);
  const maintenance = [maintenanceOf('Faster disks for the database', now - 24 * DAY, 90, now), maintenanceOf('A new version of the database', startOfDay(now) + 3 * DAY + 3 * HOUR, 120, now)];
  const wholes: PublicWhole[] = [...notices.flatMap((notice) => shownNotice(notice, demoComponents) ?? []), ...maintenance.map((each) => shownMaintenance(each, demoComponents))];
  const planned = wholes.flatMap((whole) => (whole.kind === 'maintenance' ? [whole] : []));
  const { page } = remade(before, { settings, components, notices: before?.notices ?? [], maintenance: [...(before?.maintenance ?? []), ...planned] }, now);
  await Promise.all([
    at.statusPageSettings().set(toStored(settings)),
    ...[...notices, ...maintenance].map((notice) => at.notice(notice.id).set(toStored(notice))),
    ...wholes.map((whole) => publicNoticeAt(whole.id).set(toStored(whole))), seedMonths(wholes, now),
    at.publicPage().set(toStored({ ...page, components: page.components.map((component) => ({ ...component, knownAt: now - knownFor })) })),
    ...notices.flatMap(({ incidentId }) => (incidentId === null ? [] : [at.incident(incidentId).update({ publicNotice: true })])),
  ]);
}

/** The months of what is over, beside what they hold already. */
async function seedMonths(wholes: readonly PublicWhole[], now: number): Promise<void> {
  const spans = wholes.flatMap(spansOf).filter(({ until }) => until <= now);
  const over = wholes.flatMap((whole) => pastOf(whole, now) ?? []);
  for (const month of new Set([...monthsOf(spans), ...over.map(({ startedAt }) => monthOf(startedAt))])) {
    const stored = read(PublicMonth, await at.publicMonth(month).get()) ?? { month, past: [], days: {} };
    const entries = [...stored.past, ...over.filter(({ startedAt }) => monthOf(startedAt) === month)].sort((a, b) => b.startedAt - a.startedAt);
    await at.publicMonth(month).set(toStored(withSpans({ ...stored, past: entries }, spans)));
  }
}

/** Published like any other, only at past times. */
function noticeOf(told: Told, now: number): IncidentNotice {
  const startedAt = startOfDay(now) - told.daysAgo * DAY + told.hour * HOUR + 7 * MINUTE;
  const incidentId: IncidentId | null = told.history === null ? null : incidentIdOf('seed', `history-${told.history}`, 0);
  const noticeId = incidentId === null ? idOf('notice', 'seed', told.title) : noticeIdOf(incidentId);
  const incident = incidentId === null ? null : { id: incidentId, severity: told.severity, startedAt };
  const components = told.components.map((componentId) => ({ componentId, state: told.state }));
  const steps = [['investigating', 0.1], ['identified', 0.5], ['resolved', 1]] as const;
  const notice = steps.reduce<IncidentNotice | undefined>((before, [phase, part], seen) => {
    const when = startedAt + Math.round(part * told.lasted) * MINUTE;
    const published = publishUpdate(before, { noticeId, updateId: idOf('update', noticeId, seen), incident, title: told.title, components, phase, text: told.texts[seen] ?? '', seen }, when);
    return published.kind === 'done' ? { ...published.notice, startedAt } : before;
  }, undefined);
  const { impact, rootCause, resolution } = told;
  const whole = notice === undefined ? undefined : summarised(notice, { impact, rootCause, resolution }, startedAt + told.lasted * MINUTE + 2 * HOUR);
  if (whole === undefined) throw new Error(`${told.title} was not published`);
  return whole;
}

function maintenanceOf(title: string, startsAt: number, minutes: number, now: number): MaintenanceNotice {
  const [id, endsAt, createdAt] = [idOf('maintenanceNotice', 'seed', title), startsAt + minutes * MINUTE, Math.min(now, startsAt) - 7 * DAY];
  const text = 'Payments and sign-in may be slow for some minutes. Nothing is lost.';
  const isOver = endsAt <= now;
  const said = [['scheduled', createdAt, text], ['inProgress', startsAt, 'It has begun.'], ['completed', endsAt, 'It is over.']] as const;
  return {
    id, title, createdAt, kind: 'maintenance', components: [{ componentId: 'database', state: 'maintenance' }], startsAt, endsAt, text, cancelledAt: null, completedAt: isOver ? endsAt : null,
    updates: said.filter(([, when]) => when <= now).map(([phase, when, words]) => ({ id: idOf('maintenance', id, phase), at: when, phase, text: words })),
  };
}

function spansOf(whole: PublicWhole): Span[] {
  const [from, until] = whole.kind === 'incident' ? [whole.startedAt, whole.resolvedAt ?? whole.startedAt] : [whole.startsAt, whole.endsAt];
  return whole.components.map(({ componentId, state }) => ({ componentId, state, from, until }));
}

const startOfDay = (now: number) => now - (now % DAY);
