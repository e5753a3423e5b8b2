import type { Alert } from '../incident/alert';
import type { Incident } from '../incident/incident';

/** `text`: ready to be copied. `missing`: the names that are still `{{name}}` in it, each once. */
export type Filled = { text: string; missing: string[] };

/** What a reader takes for a plain word in any shell and any quotes. */
const plainWord = /^[A-Za-z0-9._:/@-]+$/;
const shells = [null, '', 'sh', 'bash', 'shell', 'zsh', 'ksh', 'dash', 'console'];

/**
 * Fills `{{name}}` in a command. **A value is what strangers wrote** (whoever can send an alert chooses its labels), and a responder pastes the
 * result into a shell. So it goes in as it is only where it matches `^[A-Za-z0-9._:/@-]+$` and does not begin a word with `-` (it would be
 * an option). Any other value goes into a shell command in single quotes, escaped, where the place is plainly outside of quotes, comments and
 * here-documents. Everywhere else, and with control characters in it, it is left for the reader to fill, and is told in `missing`.
 */
export function filled(code: string, variables: Readonly<Record<string, string>>, language: string | null = null): Filled {
  const missing = new Set<string>();
  const text = code.replaceAll(/\{\{\s*([\w.:/-]+)\s*\}\}/g, (whole: string, name: string, offset: number) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const safe = value === undefined ? undefined : safely(value, code.slice(0, offset), language);
    if (safe === undefined) missing.add(name);
    return safe ?? whole;
  });
  return { text, missing: [...missing] };
}

function safely(value: string, before: string, language: string | null): string | undefined {
  const beginsWord = /(^|[\s"'`=(])$/.test(before);
  if (value.startsWith('-') && beginsWord) return undefined;
  if (plainWord.test(value)) return value;
  if (value === '' || /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(value)) return undefined;
  return shells.includes(language) && isUnquoted(before) ? `'${value.replaceAll("'", String.raw`'\''`)}'` : undefined;
}

/** Whether what follows `before` in a shell stands outside of everything; false in doubt. */
function isUnquoted(before: string): boolean {
  // What this small reader does not follow: command substitution, here-documents, ANSI quotes, brace parameters, arithmetic.
  if (/`|<<|\$['"({]/.test(before)) return false;
  // A second shell takes the quotes off again: `ssh db restart '$(reboot)'` runs reboot on db.
  if (/\b(?:ssh|eval|watch|su|xargs|parallel|source)\b|\s-\w*[ce]\s|\s--(?:command|eval|execute)\b/.test(before)) return false;
  let quote: string | null = null;
  for (let index = 0; index < before.length; index += 1) {
    const character = before[index];
    if (quote !== "'" && character === '\\') index += 1;
    else if (quote !== null) quote = character === quote ? null : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && /(^|[\s;&|(])$/.test(before.slice(0, index))) {
      const end = before.indexOf('\n', index);
      if (end === -1) return false;
      index = end;
    }
  }
  return quote === null && !before.endsWith('\\');
}

/**
 * What `{{name}}` stands for in an incident: the labels of its alerts (`labelsOf`), and `incident` (its id), `service` (its name) and `severity`, which win
 * over a label of that name.
 */
export function variablesOf(incident: Pick<Incident, 'id' | 'serviceName' | 'severity'>, alerts: readonly Pick<Alert, 'status' | 'labels'>[]): Record<string, string> {
  return { ...labelsOf(alerts), incident: incident.id, service: incident.serviceName, severity: incident.severity };
}

/** The labels of the alerts that fire (of all, where none does), each only where every alert that has it says the same. */
export function labelsOf(alerts: readonly Pick<Alert, 'status' | 'labels'>[]): Record<string, string> {
  const firing = alerts.filter(({ status }) => status !== 'resolved');
  const agreed = new Map<string, string | null>();
  for (const [name, value] of (firing.length > 0 ? firing : alerts).flatMap(({ labels }) => Object.entries(labels))) {
    agreed.set(name, agreed.has(name) && agreed.get(name) !== value ? null : value);
  }
  return Object.fromEntries([...agreed].filter((pair): pair is [string, string] => pair[1] !== null));
}
