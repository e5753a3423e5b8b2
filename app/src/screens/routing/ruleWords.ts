import type { FieldTest, Outcome, RoutingRule, TimeOfWeek } from '#domain/routing/rule';
import { MINUTE } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';

/** What services and runbooks are called, by id. */
export type Names = { services: Readonly<Record<string, string>>; runbooks: Readonly<Record<string, string>> };

export const operatorWords: Readonly<Record<FieldTest['operator'], string>> = {
  is: 'is', isNot: 'is not', oneOf: 'is one of', contains: 'contains', notContains: 'does not contain', startsWith: 'starts with', endsWith: 'ends with',
  like: 'is like', present: 'is present', absent: 'is absent',
};

/** A test as a clause: `label.env is staging`. */
export function testWords({ field, operator, values }: FieldTest): string {
  const written = values.filter((value) => value.trim() !== '');
  const clause = `${field === 'label.' ? 'a label' : field} ${operatorWords[operator]}`;
  if (operator === 'present' || operator === 'absent') return clause;
  const shown = written.length > 3 ? [...written.slice(0, 2), `${written.length - 2} more`] : written;
  return `${clause} ${written.length === 0 ? '…' : shown.join(operator === 'oneOf' ? ', ' : ' or ')}`;
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A span of the week: `Mon to Fri 22:00 to 06:00 (Europe/Berlin)`. */
export function timeOfWeekWords({ weekdays, from, until, timeZone }: TimeOfWeek): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  const inARow = first !== undefined && last !== undefined && last - first === days.length - 1;
  const name = (day: number | undefined) => weekdayNames[(day ?? 1) - 1] ?? '';
  const which = days.length === 7 ? 'every day' : days.length > 2 && inARow ? `${name(first)} to ${name(last)}` : days.map(name).join(', ');
  return `${which} ${from} to ${until} (${timeZone.replaceAll('_', ' ')})`;
}

/** When a rule matches: `When label.env is staging and severity is SEV3, every day 22:00 to 06:00 (UTC)`. */
export function conditionWords({ match, tests, during, atLeast }: RoutingRule['when']): string {
  const clauses = tests.length === 0 ? 'For every alert' : `When ${tests.map(testWords).join(match === 'all' ? ' and ' : ' or ')}`;
  return [
    clauses,
    ...(during === null ? [] : [timeOfWeekWords(during)]),
    ...(atLeast === null ? [] : [`from the ${ordinal(atLeast.count)} within ${durationWords(atLeast.withinMinutes * MINUTE)}`]),
  ].join(', ');
}

/** What a rule does: `suppress`, `SEV3, low urgency, hold off 60 s`. */
export function outcomeWords(then: Outcome, names: Names): string {
  if (then.kind === 'suppress') return 'suppress';
  const { severity, incidentType, urgency, serviceId, dedupKey, groupKey, tags, runbookId, holdOffSeconds } = then;
  const parts = [
    ...(severity === null ? [] : [severity]),
    ...(incidentType === null ? [] : [incidentType]),
    ...(urgency === null ? [] : [`${urgency} urgency`]),
    ...(holdOffSeconds === null ? [] : [`hold off ${holdOffSeconds < 120 ? `${holdOffSeconds} s` : durationWords(holdOffSeconds * 1000)}`]),
    ...(serviceId === null ? [] : [`to ${names.services[serviceId] ?? serviceId}`]),
    ...(dedupKey === null || dedupKey === '' ? [] : [`dedup key ${dedupKey}`]),
    ...(groupKey === null || groupKey === '' ? [] : [`group key ${groupKey}`]),
    ...(tags.length === 0 ? [] : [`tag ${tags.join(', ')}`]),
    ...(runbookId === null ? [] : [`runbook ${names.runbooks[runbookId] ?? runbookId}`]),
  ];
  return parts.length === 0 ? 'leave it as it is' : parts.join(', ');
}

const ordinal = (count: number): string => {
  const ending = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
};
