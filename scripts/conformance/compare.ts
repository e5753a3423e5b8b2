import { defaultSeverityPolicy, severityOfWord } from '#domain/incident/severity';
import type { Parsed, ParsedAlert, ParsedRequest } from '#domain/ingest/parsed';
import type { Expectation } from './expectations';

/** What came that was not expected, a phrase each; none where all is well. Severities are compared by what the default policy makes of them. */
export function differences(parsed: Parsed, expected: Expectation): string[] {
  if (expected.invalid === true) return refusalProblems(parsed);
  if (!parsed.ok) return [`expected it to be taken, but it was refused: ${parsed.issues.map(({ path, message }) => `${path} ${message}`).join('; ')}`];
  return [...alertProblems(parsed, expected), ...kindProblems(parsed, expected)];
}

/** The alerts in a request; what only amends an open one is none. */
export const alertsOf = (parsed: Parsed): ParsedAlert[] => (parsed.ok ? parsed.alerts.filter(({ amends }) => amends === undefined) : []);

function refusalProblems(parsed: Parsed): string[] {
  if (parsed.ok) return [`expected it to be refused, but it was taken with ${show(parsed.alerts.map(({ status, title }) => `${status} "${title}"`))}`];
  const named = parsed.issues.some(({ path, message }) => path.trim() !== '' && message.trim() !== '');
  return named ? [] : ['expected the refusal to name what is wrong, but it has no issue with a path and a message'];
}

function alertProblems(parsed: ParsedRequest, { statuses, dedupKeys, severity, title, test }: Expectation): string[] {
  const alerts = alertsOf(parsed);
  const problems: string[] = [];
  const compare = (what: string, expected: readonly unknown[], came: readonly unknown[]) => {
    if (show(expected) !== show(came)) problems.push(`${what}: expected ${show(expected)}, came ${show(came)}`);
  };
  // A test notice may hold the alert that it shows.
  if (statuses !== undefined && !(test === true && statuses.length === 0)) compare('statuses', statuses, alerts.map(({ status }) => status));
  if (dedupKeys !== undefined) compare('dedupKeys', dedupKeys, alerts.map(({ dedupKey }) => dedupKey));
  if (typeof severity === 'string' && !alerts.some(({ severityWord }) => isSameSeverity(severityWord, severity))) {
    problems.push(`severity: expected ${severity}, came ${show(alerts.map(({ severityWord }) => severityWord))}`);
  }
  if (severity === null && !alerts.some(({ severityWord }) => severityWord === null)) problems.push(`severity: expected none, came ${show(alerts.map(({ severityWord }) => severityWord))}`);
  if (title !== undefined && !alerts.some((alert) => alert.title.includes(title))) problems.push(`title: expected one with "${title}", came ${show(alerts.map((alert) => alert.title))}`);
  return problems;
}

function isSameSeverity(came: string | null, expected: string): boolean {
  return came?.toLowerCase() === expected.toLowerCase() || severityOfWord(came, defaultSeverityPolicy) === severityOfWord(expected, defaultSeverityPolicy);
}

function kindProblems({ alerts, changes, handshake, truncated, test }: ParsedRequest, expected: Expectation): string[] {
  const problems: string[] = [];
  const { truncated: cut } = expected;
  if (cut !== undefined && (typeof cut === 'number' ? truncated !== cut : truncated > 0 !== cut)) problems.push(`truncated: expected ${String(cut)}, came ${truncated}`);
  // A notice that nobody expected to be a test would page nobody.
  if (test !== (expected.test ?? false)) problems.push(`test: expected ${String(expected.test ?? false)}, came ${String(test)}`);
  if (expected.handshake !== undefined && (handshake?.kind ?? null) !== expected.handshake) problems.push(`handshake: expected ${expected.handshake ?? 'none'}, came ${handshake?.kind ?? 'none'}`);
  if (expected.change === true && (changes.length === 0 || alerts.length > 0)) problems.push(`change: expected a change and no alert, came ${changes.length} changes and ${alerts.length} alerts`);
  if (expected.change === false && changes.length > 0) problems.push(`change: expected none, came ${changes.length}`);
  return problems;
}

const show = (value: unknown) => JSON.stringify(value);
