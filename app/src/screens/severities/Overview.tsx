import { Severity } from '#domain/incident/severity';
import type { SeverityPolicy } from '#domain/incident/severity';
import type { Issue } from '../../commands/send';
import { Card, ChoiceField, QuietAction, SeverityMark, Stack } from '../../ui';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { TryWord } from './TryWord';
import { exitLines, ruleFacts } from './words';
import './severities.css';

/** The four severities with all that they ask for. `onEdit` null: to read only. */
export function Overview({ policy, problems, onEdit, onUnnamed }: {
  policy: SeverityPolicy; problems: readonly Issue[]; onEdit: ((severity: Severity) => void) | null; onUnnamed: ((severity: Severity) => void) | null;
}) {
  return (
    <Stack>
      <TryWord policy={policy} />
      {Severity.options.map((severity) => {
        const rule = policy[severity];
        const problem = problems.find(({ path }) => path.startsWith(severity));
        return (
          <Card
            key={severity} title={<span className="severities-title"><SeverityMark severity={severity} /> {rule.name}</span>} tone={problem ? 'danger' : 'plain'}
            action={onEdit ? <QuietAction onClick={() => onEdit(severity)} aria-label={`Change ${severity}`} data-testid={`edit-${severity}`}>Change</QuietAction> : undefined}
          >
            {problem ? <p className="field-error">{problem.message}</p> : null}
            <p className="severities-meaning">{rule.meaning}</p>
            <Facts>{ruleFacts(rule, severity, policy).map(([name, words]) => <Fact key={name} name={name}>{words}</Fact>)}</Facts>
            <ul className="severities-words" aria-label={`What sources call ${severity}`}>
              {rule.words.map((word) => <li key={word}>{word}</li>)}
              {rule.words.length === 0 ? <li className="severities-none">no word of a source</li> : null}
            </ul>
            {exitLines(rule).map((line) => <p className="quiet small" key={line}>{line}</p>)}
          </Card>
        );
      })}
      <Card title="No word, or an unknown one">
        {onUnnamed ? (
          <ChoiceField label="An alert without a known word is" value={policy.unnamed} hint="A page too loud is better than one not heard." onChange={(event) => onUnnamed(Severity.parse(event.target.value))}>
            {Severity.options.map((severity) => <option key={severity} value={severity}>{severity} {policy[severity].name}</option>)}
          </ChoiceField>
        ) : <p>An alert without a known word is <SeverityMark severity={policy.unnamed} />.</p>}
      </Card>
      {onEdit ? null : <p className="quiet small">Only admins change the severities.</p>}
    </Stack>
  );
}
