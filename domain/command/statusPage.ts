import { z } from 'zod';
import { IncidentId } from '../incident/incident';
import { Phase } from '../incident/phase';
import { ComponentState, StatusComponent } from '../statusPage/component';
import { PublicSummary, StatusPageSettings, Touched } from '../statusPage/notice';
import { Instant } from '../time/instant';
import { command, id } from './envelope';

const { name, description, group, position } = StatusComponent.shape;
const noticeId = z.string().regex(/^[0-9A-Za-z_-]{8,40}$/);
const title = z.string().trim().min(1, 'is needed').max(150);
const components = z.array(Touched).min(1, 'choose at least one component').max(50);
const text = z.string().trim().min(1, 'is needed').max(4000);
const { impact, rootCause, resolution } = PublicSummary.shape;

/** What the public status page shows. */
export const StatusPageCommand = z.discriminatedUnion('type', [
  command('saveStatusPage', { settings: StatusPageSettings }),
  command('saveComponent', { componentId: id.nullable(), name, description: description.unwrap(), group: group.unwrap(), position: position.unwrap(), /** The services whose incidents touch it. */ serviceIds: z.array(id).max(100) }),
  command('removeComponent', { componentId: id }),
  /** null: its state follows from what is published again. */
  command('holdComponent', { componentId: id, state: ComponentState.nullable() }),
  /** Drafts the notice of an incident anew, or for the first time; nothing of it is public. */
  command('draftNotice', { incidentId: IncidentId }),
  /** Publishes an update. `noticeId` null: a new notice, of an incident or (`incidentId` null) of none. `seen`: how many updates it had when this was written; another one meanwhile refuses. */
  command('publishNotice', { noticeId: noticeId.nullable(), incidentId: IncidentId.nullable(), title, components, phase: Phase, text, seen: z.number().int().min(0) }),
  command('discardNoticeDraft', { noticeId }),
  command('publishSummary', { noticeId, impact, rootCause, resolution }),
  command('saveMaintenanceNotice', { noticeId: noticeId.nullable(), title, components, startsAt: Instant, endsAt: Instant, text }),
  command('cancelMaintenanceNotice', { noticeId }),
]);
export type StatusPageCommand = z.infer<typeof StatusPageCommand>;
