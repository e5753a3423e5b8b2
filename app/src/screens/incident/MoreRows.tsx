import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { services } from '../../live/configuration';
import { openIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Icon, Row, Rows, useMinute } from '../../ui';
import { whenWords } from '#domain/time/words';
import { beganWords } from './clocks/clockRows';
import { prioritiesWith, priorityWords } from './priority/matrix';
import { updateOwed } from './updateOwed';
import { useOpening } from './useOpening';

const PrioritySheet = lazy(() => import('./priority/PrioritySheet'));
const VendorSheet = lazy(() => import('./vendors/VendorSheet'));
const ClockSheet = lazy(() => import('./clocks/ClockSheet'));

/** What is looked up rather than read, a row each: its place among the open incidents, help from outside, the updates, the clocks. */
export function MoreRows({ incident, onUpdates }: { incident: Incident; onUpdates?: (() => void) | undefined }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const sheet = useOpening<'priority' | 'vendors' | 'clocks'>();
  const priorities = prioritiesWith(incident, known(useLive(openIncidents)) ?? []);
  const mine = priorities.find(({ id }) => id === incident.id);
  const vendors = known(useLive(services))?.find(({ id }) => id === incident.serviceId)?.vendors ?? [];
  const owed = updateOwed(incident, now);
  return (
    <Card flush>
      <Rows label="More about it">
        {mine === undefined ? null : <Row start={<Icon name="incidents" />} title={<span className="tabular" data-testid="priority">{priorityWords(mine)}</span>} detail="Its place among the open incidents" end={<Icon name="forward" size={18} />} onClick={() => sheet.show('priority')} data-testid="open-priority" />}
        {vendors.length === 0 ? null : <Row start={<Icon name="phone" />} title="Outside help" detail={vendors.map(({ name }) => name).join(', ')} end={<Icon name="forward" size={18} />} onClick={() => sheet.show('vendors')} data-testid="open-vendors" />}
        {onUpdates === undefined || (owed === null && incident.lastUpdateAt === null) ? null : (
          <Row start={<Icon name="note" />} title="Updates to stakeholders" detail={<span className="tabular">{updateDetail(incident.lastUpdateAt, owed?.at ?? null, now, timeZone)}</span>} end={<Icon name="forward" size={18} />} onClick={onUpdates} data-testid="open-updates" />
        )}
        <Row start={<Icon name="clock" />} title="Clocks" detail={<span className="tabular">{beganWords(incident.clocks, timeZone, now)}</span>} end={<Icon name="forward" size={18} />} onClick={() => sheet.show('clocks')} data-testid="open-clocks" />
      </Rows>
      <Suspense fallback={null}>
        {sheet.about === 'priority' ? <PrioritySheet priorities={priorities} incidentId={incident.id} open={sheet.open} onClose={sheet.close} /> : null}
        {sheet.about === 'vendors' ? <VendorSheet vendors={vendors} open={sheet.open} onClose={sheet.close} /> : null}
        {sheet.about === 'clocks' ? <ClockSheet incident={incident} open={sheet.open} onClose={sheet.close} /> : null}
      </Suspense>
    </Card>
  );
}

function updateDetail(lastAt: number | null, dueAt: number | null, now: number, zone: string): string {
  const last = lastAt === null ? 'None sent yet' : `The last at ${whenWords(lastAt, now, zone)}`;
  return dueAt === null ? last : `${last}, the next ${dueAt < now ? 'was ' : ''}due ${whenWords(dueAt, now, zone)}`;
}
