import type { PlanStep } from './plan';

/** A step in two or three words, as the timeline and every list call it. */
export function stepName(step: PlanStep): string {
  return step.kind === 'callWebhook' ? `Call ${step.name}` : stepKindNames[step.kind];
}

export const stepKindNames: Record<PlanStep['kind'], string> = {
  classify: 'Classify', openChannel: 'Open a channel', page: 'Page', makeWarRoom: 'Open the war room', postUpdate: 'Update the stakeholders',
  draftStatusUpdate: 'Draft the public notice', startCadence: 'Start the update cadence', callWebhook: 'Call a webhook',
};

/** Whether two steps do the same: of calls and pages, when they are the same in everything; of the rest an incident needs one of a kind. */
export function isSameAct(a: PlanStep, b: PlanStep): boolean {
  if (a.kind === 'callWebhook' || a.kind === 'page') return JSON.stringify(a) === JSON.stringify(b);
  return a.kind === b.kind;
}
