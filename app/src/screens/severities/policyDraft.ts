import { z } from 'zod';
import { Severity, SeverityPolicy, SeverityRule } from '#domain/incident/severity';
import { severityProblems } from '#domain/incident/severityProblems';
import type { Issue } from '../../commands/send';

/** A severity's rule while it is typed: empty words and a 0 where a number is missing are allowed until it is saved. */
const HalfTyped = SeverityRule.extend({
  name: z.string(), meaning: z.string(), respondWithinMinutes: z.number(), leaseMinutes: z.number().nullable(), updateEveryMinutes: z.number().nullable(),
  exitList: z.array(z.string()), postMortemDueDays: z.number().nullable(), watchMinutes: z.number(), words: z.array(z.string()),
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
  const tidy = (rule: SeverityRule): SeverityRule => ({
    ...rule, name: rule.name.trim(), meaning: rule.meaning.trim(), exitList: rule.exitList.map((line) => line.trim()).filter((line) => line !== ''),
  });
  return { ...policy, SEV1: tidy(policy.SEV1), SEV2: tidy(policy.SEV2), SEV3: tidy(policy.SEV3), SEV4: tidy(policy.SEV4) };
}

const messages: Readonly<Record<string, string>> = {
  name: 'It needs a name.', meaning: 'Say what it means.', exitList: 'At most 12 lines of 120 characters.',
  respondWithinMinutes: 'A number, 1 or more.', leaseMinutes: 'A number, 1 or more.', updateEveryMinutes: 'A number, 1 or more.',
  postMortemDueDays: 'A number, 1 or more.', watchMinutes: 'A number, 1 or more.', words: 'At most 40 characters a word.',
};

/** What is wrong with a policy, each with the path of its field (`SEV2.words`): a word of two severities could mean either. */
export function policyProblems(policy: SeverityPolicy): Issue[] {
  const parsed = SeverityPolicy.safeParse(policy);
  const malformed = (parsed.error?.issues ?? []).map(({ path }) => ({ path: path.slice(0, 2).join('.'), message: messages[String(path[1])] ?? 'This is not right.' }));
  const twice = severityProblems(policy).map(({ path, message }) => ({ path: path.split('.').slice(1, 3).join('.'), message }));
  return [...malformed, ...twice];
}
