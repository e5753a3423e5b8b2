/** What $EVENT_TITLE says before its title; '' where it does not. `scope` as in $ALERT_SCOPE: `host:web-1,env:prod`. */
export type SaidByTitle = { title: string; priority: string; transition: string; scope: string; test: boolean };

const transitions = /^(?:monitor alert|(?:re-?)?(?:triggered|no data|warn|alert)|renotify|renotified|(?:warn |no data |alert )?recovered)\b/i;

/**
 * `[P2] [Triggered on {host:web-1}] CPU is high`: brackets of a priority, a transition with the scope, and TEST for the button of the monitor's editor.
 * A bracket that says anything else is the beginning of the title itself.
 */
export function readTitle(text: string): SaidByTitle {
  const said: SaidByTitle = { title: text, priority: '', transition: '', scope: '', test: false };
  for (let rest = text.trimStart(); ; said.title = rest) {
    const [whole = '', inside = ''] = /^\[((?:[^\][{}]|\{[^}]*\})*)\]\s*/.exec(rest) ?? [];
    if (whole === '' || whole.length === rest.length) return said;
    const word = inside.trim();
    if (/^p[1-5]$/i.test(word)) {
      said.priority = word;
    } else if (/^test$/i.test(word)) {
      said.test = true;
    } else if (transitions.test(word)) {
      const brace = word.indexOf('{');
      said.scope = brace < 0 ? '' : word.slice(brace + 1, -1).trim();
      said.transition = (brace < 0 ? word : word.slice(0, brace)).replace(/\s+on\s*$/i, '').trim();
    } else {
      return said;
    }
    rest = rest.slice(whole.length);
  }
}
