import { z } from 'zod';
import type { Command } from '#domain/command/command';
import type { Incident } from '#domain/incident/incident';
import { KnownProblem, problemsOf } from '#domain/problem/knownProblem';
import type { Issue } from '../../commands/send';

/** A known problem as it is typed; an empty text stands for none. */
export const ProblemDraft = z.object({
  title: z.string(), serviceId: z.string(), match: z.array(z.string()), cause: z.string(), workaround: z.string(), ownerId: z.string(), link: z.string(), open: z.boolean(),
});
export type ProblemDraft = z.infer<typeof ProblemDraft>;
type Wish = Omit<Extract<Command, { type: 'saveKnownProblem' }>, 'type' | 'commandId' | 'problemId'>;

/** What the form starts with: a problem's own words, or (`from`) what is known where somebody begins one, such as an incident. */
export function problemDraftOf(problem: KnownProblem | null, from: { serviceId?: string | null; title?: string | null } = {}): ProblemDraft {
  if (problem === null) return { title: from.title ?? '', serviceId: from.serviceId ?? '', match: [], cause: '', workaround: '', ownerId: '', link: '', open: true };
  const { title, serviceId, match, cause, workaround, ownerId, link, open } = problem;
  return { title, serviceId: serviceId ?? '', match: [...match], cause, workaround, ownerId: ownerId ?? '', link: link ?? '', open };
}

/** The words as they are compared: without case and without spaces at the edges. */
export const asPhrase = (typed: string): string => typed.trim().replace(/\s+/g, ' ').slice(0, 80);

/** The problem that was typed, or what is wrong with it: the same paths as the server's. */
export function problemOf(draft: ProblemDraft): { wish: Wish } | { issues: Issue[] } {
  const { serviceId, match, ownerId, link } = draft;
  const wish: Wish = {
    title: draft.title.trim(), serviceId: serviceId === '' ? null : serviceId, match, cause: draft.cause.trim(), workaround: draft.workaround.trim(),
    ownerId: ownerId === '' ? null : ownerId, link: link.trim() === '' ? null : link.trim(), open: draft.open,
  };
  const parsed = KnownProblem.omit({ id: true, changedAt: true }).safeParse(wish);
  const nowhere = serviceId === '' && match.length === 0 ? [{ path: 'match', message: 'Choose a service, or add a word: it would be shown with every incident.' }] : [];
  const issues = [...nowhere, ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message: path[0] === 'link' ? 'begins with https:// or http://' : message }))];
  return issues.length > 0 ? { issues } : { wish };
}

/** Of these incidents, those with which the problem would be shown, by the rule that the incident screen goes by. Their alerts' names count; alerts' titles do not. */
export function matched(draft: Pick<ProblemDraft, 'serviceId' | 'match'>, incidents: readonly Incident[]): Incident[] {
  const problem: KnownProblem = {
    id: 'typed', title: '', serviceId: draft.serviceId === '' ? null : draft.serviceId, match: draft.match, cause: '', workaround: '', ownerId: null, link: null, open: true, changedAt: 0,
  };
  return incidents.filter((incident) => problemsOf(incident, [], [problem]).length > 0);
}

/** "Matches 3 of the last 50 incidents." */
export function matchWords(draft: Pick<ProblemDraft, 'serviceId' | 'match'>, incidents: readonly Incident[]): string {
  if (draft.serviceId === '' && draft.match.length === 0) return 'It is shown with no incident yet. Choose a service, or add a word.';
  if (incidents.length === 0) return 'There is no incident yet to try it on.';
  const count = matched(draft, incidents).length;
  return incidents.length === 1 ? `${count === 0 ? 'Does not match' : 'Matches'} the only incident so far.` : `Matches ${count === 0 ? 'none' : count} of the last ${incidents.length} incidents.`;
}

/** Where a problem is shown, in a line of the list: "Checkout · pool, 503". */
export function shownWith({ serviceId, match }: Pick<KnownProblem, 'serviceId' | 'match'>, nameOf: (serviceId: string) => string): string {
  const where = serviceId === null ? 'Any service' : nameOf(serviceId);
  return match.length === 0 ? `${where} · every incident` : `${where} · ${match.join(', ')}`;
}
