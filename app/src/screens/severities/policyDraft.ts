import { z } from 'zod';
import { IncidentType } from '#domain/incident/incident';
import { Severity, SeverityPolicy, SeverityRule } from '#domain/incident/severity';
import { severityProblems } from '#domain/incident/severityProblems';
import type { Issue } from '../../commands/send';

/** A severity's rule while it is typed: empty words and a 0 where a number is missing are allowed until it is saved. */
const HalfTyped = SeverityRule.extend({
  name: z.string(), meaning: z.string(), respondWithinMinutes: z.number(), leaseMinutes: z.number().nullable(), updateEveryMinutes: z.number().nullable(),
  exitList: z.array(z.string()), exitLists: z.partialRecord(IncidentType, z.array(z.string())).optional(), postMortemDueDays: z.number().nullable(), watchMinutes: z.number(), words: z.array(z.string()),
});
export const PolicyDraft = SeverityPolicy.extend({ SEV1: HalfTyped, SEV2: HalfTyped, SEV3: HalfTyped, SEV4: HalfTyped });

/** A source's word as it is compared: without case. */
export const asWord = (typed: string): string => typed.trim().toLowerCase();

/** Which severity has this word; null: none. */
export function ownerOfWord(word: string, policy: SeverityPolicy): Severity | null {
  return Severity.options.find((severity) => policy[severity].words.includes(word)) ?? null;
}

/** The policy without the spaces at the edges of what was typed, and without empty lines. */
export function tidied(policy: SeverityPolicy): SeverityPolicy {
  const tidyList = (list: readonly string[]) => list.map((line) => line.trim()).filter((line) => line !== '');
  const tidy = ({ exitLists, ...rule }: SeverityRule): SeverityRule => {
    const own = IncidentType.options.flatMap((type) => (exitLists?.[type] === undefined ? [] : [[type, tidyList(exitLists[type])] as const]));
    return { ...rule, name: rule.name.trim(), meaning: rule.meaning.trim(), exitList: tidyList(rule.exitList), ...(own.length === 0 ? {} : { exitLists: Object.fromEntries(own) }) };
  };
  return { ...policy, SEV1: tidy(policy.SEV1), SEV2: tidy(policy.SEV2), SEV3: tidy(policy.SEV3), SEV4: tidy(policy.SEV4) };
}

const messages: Readonly<Record<string, string>> = {
  name: 'It needs a name.', meaning: 'Say what it means.', exitList: 'At most 12 items of 120 characters.', exitLists: 'At most 12 items of 120 characters.', roles: 'At most six roles.',
  respondWithinMinutes: 'A number, 1 or more.', leaseMinutes: 'A number, 1 or more.', updateEveryMinutes: 'A number, 1 or more.',
  postMortemDueDays: 'A number, 1 or more.', watchMinutes: 'A number, 1 or more.', words: 'At most 40 characters a word.',
};

/** What is wrong with a policy, each with the path of its field (`SEV2.words`): a word of two severities could mean either, and of an item that stands twice nobody could tell which was ticked. */
export function policyProblems(policy: SeverityPolicy): Issue[] {
  const parsed = SeverityPolicy.safeParse(policy);
  const malformed = (parsed.error?.issues ?? []).map(({ path }) => ({ path: path.slice(0, 2).join('.'), message: messages[String(path[1])] ?? 'This is not right.' }));
  // Of a list the list itself: which of two is the one too many, nobody can say.
  const twice = severityProblems(policy).map(({ path, message }) => ({ path: path.split('.').slice(1).filter((part) => !/^\d+$/.test(part)).join('.'), message }));
  return [...malformed, ...twice];
}

/** The list with one item at another place; out of bounds changes nothing. */
export function moved(list: readonly string[], from: number, to: number): string[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

/** A rule with a list of its own for a type of incident, which begins as a copy of the general one; `list` null: as the others again. */
export function withExitList<Rule extends Pick<SeverityRule, 'exitList' | 'exitLists'>>(rule: Rule, type: IncidentType, list: readonly string[] | null): Rule {
  const { exitLists = {}, ...rest } = rule;
  const { [type]: _before, ...others } = exitLists;
  const lists = list === null ? others : { ...others, [type]: [...list] };
  // Without its lists the rule is still the same rule: `exitLists` may be absent in it.
  return (Object.keys(lists).length === 0 ? rest : { ...rest, exitLists: lists }) as Rule;
}
