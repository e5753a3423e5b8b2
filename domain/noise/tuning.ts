import { Severity } from '../incident/severity';
import { longestName } from '../metrics/row';
import type { Outcome, RoutingRule } from '../routing/rule';
import { MINUTE, SECOND } from '../time/instant';
import { durationWords } from '../time/words';
import type { AlertNoise } from './noise';

/** A rule that would make an alert quieter, still to be looked at and saved by a person. `because`: the figures that speak for it, as a sentence. */
export type Tuning = { kind: 'suppress' | 'hold' | 'lower'; rule: Omit<RoutingRule, 'id'>; because: string };

/** Of fewer nothing can be said. */
export const fewest = 3;
/** So many of an alert, all of them wasted, and so many judged to be false, before it is proposed to hear of it no more. */
const [suppressFrom, suppressJudged] = [5, 3];
/** The longest that a page of each severity may wait to see whether it ends by itself: a real one waits as long. */
const longestHold: Record<Severity, number> = { SEV1: 2 * MINUTE, SEV2: 5 * MINUTE, SEV3: 15 * MINUTE, SEV4: 15 * MINUTE };

const untouched: Extract<Outcome, { kind: 'route' }> = {
  kind: 'route', severity: null, incidentType: null, urgency: null, serviceId: null, dedupKey: null, groupKey: null, tags: [], runbookId: null, holdOffSeconds: null,
};

/**
 * The mildest rule of the service that would have helped, or null where the figures speak for none. What was ever right, or acted on, is never suppressed: it is held
 * back for as long as it usually takes to end by itself, or else rated one severity lower.
 */
export function tuningFor(noise: AlertNoise): Tuning | null {
  const { name, incidents, idle, idleLasted, wasted, verdicts, severity } = noise;
  if (incidents < fewest) return null;
  const make = (kind: Tuning['kind'], title: string, then: Outcome, because: string): Tuning => ({ kind, because, rule: { name: title, enabled: true, when: conditionOf(noise), then } });

  if (wasted.incidents === incidents && incidents >= suppressFrom && verdicts.falsePositive >= suppressJudged) {
    const others = idle === 0 || verdicts.falsePositive === incidents ? '' : '; on the others nobody acted';
    return make('suppress', `Suppress ${name}`, { kind: 'suppress' }, `${verdicts.falsePositive} of ${incidents} were judged to be false positives${others}.`);
  }
  if (idleLasted !== null && idle >= fewest && idle * 2 >= incidents) {
    const wait = Math.max(1, Math.ceil(idleLasted.p90 / MINUTE)) * MINUTE;
    if (wait <= longestHold[severity]) {
      return make('hold', `Hold ${name} for ${durationWords(wait)}`, { ...untouched, holdOffSeconds: wait / SECOND },
        `On ${idle} of ${incidents} nobody acted; nine in ten of those were over within ${durationWords(wait)}.`);
    }
  }
  const lower = Severity.options[Severity.options.indexOf(severity) + 1];
  if (lower === undefined || wasted.incidents * 2 < incidents) return null;
  return make('lower', `${name} is ${lower}`, { ...untouched, severity: lower }, `${wasted.incidents} of ${incidents} led to nothing, most of them as ${severity}.`);
}

/** The alert by its name, as the rules of its service ask for it. */
function conditionOf({ name, titled }: AlertNoise): RoutingRule['when'] {
  return { match: 'all', during: null, atLeast: null, tests: [{ field: titled ? 'title' : 'name', operator: name.length >= longestName - 1 ? 'startsWith' : 'is', values: [name] }] };
}
