import type { Command, IncidentCommand } from '#domain/command/command';

/**
 * What becomes of a command that gets no answer. `kept`: it is sent again until it is answered. `ages`: it says who has the incident, whom it pages or what is
 * told of it, so that after a while it may no longer be what its sender wants. `name`: what it is called in a sentence, of the reader.
 */
type Kind = { kept: boolean; ages: boolean; name: string };

const decides = (name: string): Kind => ({ kept: true, ages: true, name });
const writesDown = (name: string): Kind => ({ kept: true, ages: false, name });

const ofIncident: Record<IncidentCommand['type'], Kind> = {
  acknowledge: decides('Your acknowledge'), release: decides('Taking it back'), resolve: decides('Your resolve'), reopen: decides('Reopening it'),
  escalate: decides('Your escalation'), setSeverity: decides('The new severity'), setMilestone: decides('The milestone'), mergeIncident: decides('The merge'),
  snooze: decides('The snooze'), endSnooze: decides('The end of the snooze'), askResponders: decides('What you asked for'), answerRequest: decides('Your answer'),
  assignRole: decides('The role'), giveUpRole: decides('The role given up'), setOnTheWay: decides('That you are on the way'), setUrgency: decides('The new urgency'),
  sendUpdate: decides('Your update'),
  addNote: writesDown('Your note'), addDecision: writesDown('The decision'), unpinDecision: writesDown('The unpinned decision'), setType: writesDown('The new type'),
  renameIncident: writesDown('The new title'), setStartedAt: writesDown('The new start'), setImpact: writesDown('The impact'), addTask: writesDown('The task'),
  changeTask: writesDown('The changed task'), removeTask: writesDown('The removed task'), setWarRoom: writesDown('The room'), tickStep: writesDown('The ticked step'),
  checkExit: writesDown('The ticked exit list'), setVerdict: writesDown('Your verdict'), setRepeat: writesDown('The repeat'),
  // Somebody waits on the screen for what the webhook says; one that runs by itself later would surprise everybody.
  runAction: { kept: false, ages: true, name: 'The action' },
};

const notKept: Kind = { kept: false, ages: true, name: 'Your change' };

/** How a command is treated while it has no answer, and what it is called. */
export function kindOf({ type }: Pick<Command, 'type'>): Kind {
  if (isOfIncident(type)) return ofIncident[type];
  return type === 'reportIncident' ? writesDown('Your report') : notKept;
}

/** Whether a type of command is a responder's, about one incident. */
export function isOfIncident(type: Command['type']): type is IncidentCommand['type'] {
  return Object.hasOwn(ofIncident, type);
}
