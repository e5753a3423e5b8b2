import type { Change } from '#domain/incident/timeline';
import type { IconName } from '../../../ui';

/** What one can choose to see of a timeline. */
export type Filter = 'all' | 'people' | 'pages' | 'alerts' | 'status' | 'notes' | 'runbook' | 'updates';

/** The chips, in order. */
export const filters: readonly { key: Filter; title: string }[] = [
  { key: 'all', title: 'All' }, { key: 'people', title: 'People' }, { key: 'pages', title: 'Pages' }, { key: 'alerts', title: 'Alerts' },
  { key: 'status', title: 'Milestones and status' }, { key: 'notes', title: 'Notes and decisions' }, { key: 'runbook', title: 'Runbook' }, { key: 'updates', title: 'Updates' },
];

/** `good`: something was reached; `warning`: something did not go as it should. Red is for what burns now, which the past does not. */
type Sort = { icon: IconName; shownBy: readonly Exclude<Filter, 'all'>[]; tone: 'plain' | 'good' | 'warning' };
const sort = (icon: IconName, shownBy: Sort['shownBy'], tone: Sort['tone'] = 'plain'): Sort => ({ icon, shownBy, tone });

/** Of each change: its drawing, by which filters it is shown, and how it went. A new one does not compile without. */
export const sorts: Readonly<Record<Change['type'], Sort>> = {
  triggered: sort('incidents', ['status', 'alerts']), retriggered: sort('bell', ['status', 'pages'], 'warning'),
  alertsJoined: sort('heartbeat', ['alerts']), alertsResolved: sort('heartbeat', ['alerts'], 'good'), amended: sort('heartbeat', ['alerts']),
  flapping: sort('heartbeat', ['alerts'], 'warning'), flappingOver: sort('heartbeat', ['alerts'], 'good'),
  merged: sort('services', ['alerts', 'status']), mergedInto: sort('services', ['alerts', 'status']),
  paged: sort('bell', ['pages']), stepSkipped: sort('silence', ['pages'], 'warning'), lastResort: sort('bell', ['pages'], 'warning'), nobodyAtAll: sort('silence', ['pages'], 'warning'),
  ownerTold: sort('bell', ['pages', 'alerts']), told: sort('bell', ['pages']), handedOff: sort('forward', ['pages']), nudged: sort('bell', ['pages', 'people']),
  held: sort('clock', ['pages']), holdOver: sort('bell', ['pages']), routed: sort('integrations', ['pages']),
  deliveryDelayed: sort('warning', ['pages'], 'warning'), deliveryFailed: sort('warning', ['pages'], 'warning'), deviceRemoved: sort('phone', ['pages'], 'warning'),
  acknowledged: sort('check', ['people', 'status'], 'good'), released: sort('undo', ['people', 'status']), escalated: sort('up', ['people', 'pages']),
  snoozed: sort('clock', ['status', 'people']), snoozeEnded: sort('clock', ['status', 'people']),
  asked: sort('people', ['people', 'pages']), requestAnswered: sort('people', ['people']), roleSet: sort('person', ['people']), onTheWay: sort('person', ['people']),
  commanderAsked: sort('person', ['people', 'pages']), task: sort('onCall', ['people', 'notes']),
  monitoring: sort('eye', ['status']), resolved: sort('check', ['status'], 'good'), reopened: sort('undo', ['status'], 'warning'), severitySet: sort('incidents', ['status']),
  milestone: sort('check', ['status'], 'good'), typeSet: sort('incidents', ['status']), urgencySet: sort('bell', ['status']), renamed: sort('incidents', ['status']),
  startedAtSet: sort('clock', ['status']), impactSet: sort('people', ['status', 'notes']), verdictSet: sort('help', ['status', 'notes']), repeatSet: sort('undo', ['status', 'notes']),
  exitChecked: sort('onCall', ['status']), exitLeft: sort('onCall', ['status'], 'warning'),
  note: sort('note', ['notes']), decided: sort('note', ['notes']), unpinned: sort('note', ['notes']), reported: sort('note', ['notes']), logs: sort('note', ['notes']),
  warRoomSet: sort('phone', ['people']),
  stepTicked: sort('runbooks', ['runbook']), actionRun: sort('runbooks', ['runbook']),
  noticeDrafted: sort('open', ['updates']), noticePublished: sort('open', ['updates'], 'good'),
  planStarted: sort('runbooks', ['runbook']), planStep: sort('runbooks', ['runbook']), planStopped: sort('silence', ['runbook'], 'warning'), drill: sort('help', ['status']),
  updateSent: sort('open', ['updates']), updateReminded: sort('bell', ['updates', 'pages']),
};

/** The changes of an entry that this filter shows. */
export function shownChanges(changes: readonly Change[], filter: Filter): readonly Change[] {
  return filter === 'all' ? changes : changes.filter(({ type }) => sorts[type].shownBy.includes(filter));
}
