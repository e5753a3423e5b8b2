import { classify, startCadence } from '#domain/plan/effects';
import { classifyWords } from '#domain/plan/foresee';
import type { PlanStep } from '#domain/plan/plan';
import { setWarRoom } from '#domain/incident/warRoom';
import { durationWords } from '#domain/time/words';
import { MINUTE } from '#domain/time/instant';
import { changeIncident } from '../changeIncident';
import type { Doing } from '../claim';
import { type Did, did } from '../did';

/** Sets the type and adds the tags. */
export function classifyIncident(doing: Doing, step: Extract<PlanStep, { kind: 'classify' }>): Promise<Did> {
  const result = classifyWords(step);
  return changeIncident(doing, { decide: (incident) => classify(incident, step), result, already: 'It was classified so already.' });
}

/** Gives the incident the standing war room, unless it has one. */
export async function makeWarRoom(doing: Doing): Promise<Did> {
  const standing = doing.facts.warRoom?.standing ?? null;
  if (standing === null) return did('skipped', 'No standing war room is set up.');
  return changeIncident(doing, {
    decide: (incident) => (incident.warRoom === null ? setWarRoom(incident, standing) : { kind: 'unchanged', code: 'already-so' }),
    result: `${standing.main.name} is open.`, already: 'The incident has a war room already.',
  });
}

/** Owes an update every so many minutes; the reminders follow by themselves. */
export function setCadence(doing: Doing, minutes: number): Promise<Did> {
  const every = durationWords(minutes * MINUTE);
  return changeIncident(doing, { decide: (incident) => startCadence(incident, minutes), result: `An update is owed every ${every}.`, already: `An update is owed every ${every} already.` });
}
