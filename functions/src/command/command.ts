import { onCall } from 'firebase-functions/https';
import { maySend } from '#domain/access/commands';
import type { CommandAnswer } from '#domain/command/answer';
import {
  Command, ConfigurationCommand, ContactCommand, DeviceCommand, DrillCommand, IncidentCommand, LearningCommand, OnCallCommand, PeopleCommand, PlanCommand, RunbookCommand, StatusPageCommand,
} from '#domain/command/command';
import { issuesOf } from '#domain/ingest/text';
import { Person } from '#domain/people/person';
import { boundSecrets } from '../firebase';
import { at, read } from '../store/documents';
import { changeConfiguration } from './configuration';
import { changeContact, redeemMoveIn } from './contact/contact';
import { removeDestination, saveDestination, testDestination } from './destinations';
import { registerOrTest } from './devices';
import { removeHolidayCalendar, saveHolidayCalendar } from './holidays';
import { changeOnCall } from './oncall/oncall';
import { removePolicy } from './policies';
import { checkCoverage, previewPaging } from './proof';
import { commandIncident } from './incident';
import { acceptInvite } from './invite';
import { changePlans } from './plan/plan';
import { changeStatusPage } from './statusPage/statusPage';
import { deleteIncident } from './deleteIncident';
import { drillCommand } from './drill/drill';
import { changePeople } from './people';
import { changeKnowledge } from './knowledge/knowledge';
import { learn } from './learning/learning';
import { refusal } from './refusal';
import { reportIncident } from './report';

/** The callable `command`: parse, authorise by the truth in `users/{uid}`, then to the part that decides and commits. */
export const command = onCall({ memory: '512MiB', concurrency: 80, maxInstances: 20, secrets: boundSecrets }, async (request): Promise<CommandAnswer> => {
  const parsed = Command.safeParse(request.data);
  if (!parsed.success) {
    const issues = issuesOf(parsed.error);
    throw refusal('invalid', issues, `${issues[0]?.path ?? ''}: ${issues[0]?.message ?? 'is wrong'}`);
  }
  const sent = parsed.data;
  if (sent.type === 'acceptInvite') return acceptInvite(sent);
  if (sent.type === 'redeemMoveIn') return redeemMoveIn(sent);
  if (request.auth === undefined) throw refusal('not-signed-in');
  const person = read(Person, await at.person(request.auth.uid).get());
  if (person === undefined || !person.active) throw refusal('person-inactive');
  if (!maySend(person.role, sent.type)) throw refusal('not-allowed');
  return run(sent, person);
});

function run(sent: Exclude<Command, { type: 'acceptInvite' | 'redeemMoveIn' }>, person: Person): Promise<CommandAnswer> {
  if (sent.type === 'reportIncident') return reportIncident(sent, person);
  if (sent.type === 'deleteIncident') return deleteIncident(sent, person);
  const onIncident = IncidentCommand.safeParse(sent);
  if (onIncident.success) return commandIncident(onIncident.data, person);
  const onDevice = DeviceCommand.safeParse(sent);
  if (onDevice.success) return registerOrTest(onDevice.data, person);
  const onConfiguration = ConfigurationCommand.safeParse(sent);
  if (onConfiguration.success) return changeConfiguration(onConfiguration.data, person);
  const onContact = ContactCommand.safeParse(sent);
  if (onContact.success && onContact.data.type !== 'redeemMoveIn') return changeContact(onContact.data, person);
  const onRunbook = RunbookCommand.safeParse(sent);
  if (onRunbook.success) return changeKnowledge(onRunbook.data, person);
  const onLearning = LearningCommand.safeParse(sent);
  if (onLearning.success) return learn(onLearning.data, person);
  const onStatusPage = StatusPageCommand.safeParse(sent);
  if (onStatusPage.success) return changeStatusPage(onStatusPage.data, person);
  const onPlan = PlanCommand.safeParse(sent);
  if (onPlan.success) return changePlans(onPlan.data, person);
  const onDrill = DrillCommand.safeParse(sent);
  if (onDrill.success) return drillCommand(onDrill.data, person);
  const onCall = OnCallCommand.safeParse(sent);
  if (onCall.success) return changeWhoIsReached(onCall.data, person);
  return changePeople(PeopleCommand.parse(sent), person);
}

/** Who is on call, whom a policy reaches and by what, and the proof of it in advance. */
function changeWhoIsReached(sent: OnCallCommand, person: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'saveHolidayCalendar': return saveHolidayCalendar(sent, person);
    case 'removeHolidayCalendar': return removeHolidayCalendar(sent, person);
    case 'removePolicy': return removePolicy(sent, person);
    case 'saveDestination': return saveDestination(sent, person);
    case 'removeDestination': return removeDestination(sent, person);
    case 'testDestination': return testDestination(sent, person);
    case 'previewPaging': return previewPaging(sent);
    case 'checkCoverage': return checkCoverage();
    default: return changeOnCall(sent, person);
  }
}
