import type { Incident } from '#domain/incident/incident';
import { isWorse } from '#domain/incident/severity';
import { type SeverityProposal, proposedSeverity, type SeverityAnswers } from '#domain/incident/severityGuide';

/**
 * The severity that the answers call for, where that is another one than the incident has; null: nothing to propose. A lower one only once everything is answered: what is
 * open could only make it worse.
 */
export function otherSeverity({ severity, status }: Pick<Incident, 'severity' | 'status'>, answers: SeverityAnswers): SeverityProposal | null {
  const proposal = status === 'resolved' ? null : proposedSeverity(answers);
  if (proposal === null || proposal.severity === severity) return null;
  return isWorse(proposal.severity, severity) || proposal.open === 0 ? proposal : null;
}

/** How many people were typed: a whole number, with or without separators; null: nobody counted; `problem` where it is none. */
export function peopleOf(typed: string): { people: number | null } | { problem: string } {
  const digits = typed.replace(/[\s,.'’_]/g, '');
  if (digits === '') return { people: null };
  const people = Number(digits);
  if (!/^\d+$/.test(digits)) return { problem: 'A number, or nothing.' };
  return people > 10_000_000_000 ? { problem: 'More than there are people.' } : { people };
}
