import type { Command } from '../command/command';
import type { Role } from '../people/person';

const everyone: readonly Role[] = ['admin', 'responder', 'stakeholder'];
const members: readonly Role[] = ['admin', 'responder'];
const admins: readonly Role[] = ['admin'];

/** Who may send which command. `anybody` needs no session: an invited person has none yet, and shows the invite's token instead. */
export const senders = {
  acknowledge: members, release: members, resolve: members, reopen: members, escalate: members,
  setSeverity: members, setMilestone: members, mergeIncident: members, addNote: members,
  addDecision: members, unpinDecision: members, assignRole: members, giveUpRole: members, setOnTheWay: members, setType: members, setUrgency: members,
  renameIncident: members, setStartedAt: members, setImpact: members, addTask: members, changeTask: members, removeTask: members, setWarRoom: members,
  tickStep: members, runAction: members, checkExit: members, setVerdict: members, setRepeat: members, sendUpdate: members,
  saveRunbook: members, reviewRunbook: members, removeRunbook: admins, importRunbooks: members, saveKnownProblem: members, removeKnownProblem: members, saveWarRoom: admins,
  draftPostMortem: members, writeSection: members, movePostMortem: members, setReviewMeeting: members, addActionItem: members, changeActionItem: members, removeActionItem: members,
  saveStatusPage: admins, saveComponent: admins, removeComponent: admins, holdComponent: members, draftNotice: members, publishNotice: members, discardNoticeDraft: members,
  publishSummary: members, saveMaintenanceNotice: members, cancelMaintenanceNotice: members,
  saveResponsePlan: admins, removeResponsePlan: admins, dryRunPlan: members, runPlan: members, stopPlan: members, retryPlanStep: members, runPlanStep: members, saveChat: admins,
  scheduleDrill: members, cancelDrill: members, endDrill: members, deleteIncident: admins,
  saveSubscription: everyone,
  snooze: members, endSnooze: members, askResponders: members, answerRequest: members,
  reportIncident: everyone,
  registerDevice: everyone, removeDevice: everyone, sendTestPage: members, recordReceipt: members,
  invitePerson: admins, acceptInvite: 'anybody', setPerson: admins, setProfile: everyone, resetPassword: admins,
  deactivatePerson: admins, reactivatePerson: admins, saveTeam: admins, removeTeam: admins,
  savePolicy: admins, saveService: admins, removeService: admins,
  createIntegration: admins, saveIntegration: admins, rotateIntegrationKey: admins, removeIntegration: admins, sendDemoAlert: admins,
  saveRoutingRules: admins, testRoutingRules: admins, dryRunRoutingRules: admins,
  saveMaintenanceWindow: admins, endMaintenanceWindow: admins, removeMaintenanceWindow: admins,
  saveHeartbeat: admins, rotateHeartbeatKey: admins, removeHeartbeat: admins, saveSeverities: admins, saveMetricsTargets: admins,
  addContactMethod: everyone, sendContactCode: everyone, verifyContactMethod: everyone, removeContactMethod: everyone, saveNotificationRules: members,
  testContactMethod: everyone, createCalendarFeed: members, revokeCalendarFeed: members, createMoveIn: everyone, redeemMoveIn: 'anybody',
  saveTimeOff: members, removeTimeOff: members, confirmShift: members,
  saveSchedule: admins, removeSchedule: admins, addOverride: members, removeOverride: members, askCover: members, takeCover: members, withdrawCover: members,
  saveHolidayCalendar: admins, removeHolidayCalendar: admins, saveHandOverNote: members, saveReadiness: admins, removePolicy: admins,
  saveDestination: admins, removeDestination: admins, testDestination: admins, previewPaging: members, checkCoverage: members,
} as const satisfies Record<Command['type'], readonly Role[] | 'anybody'>;

/** Whether a person of this role may send this command. */
export function maySend(role: Role, type: Command['type']): boolean {
  const allowed: readonly Role[] | 'anybody' = senders[type];
  return allowed === 'anybody' || allowed.includes(role);
}
