import { IncidentType } from '#domain/incident/incident';
import type { SeverityRule } from '#domain/incident/severity';
import { ChoiceField, QuietAction } from '../../ui';
import { ExitListField } from './ExitListField';
import { withExitList } from './policyDraft';
import { typeNames } from './words';

/** What has to be true before an incident of this severity ends: for every type, and for those that have a list of their own. */
export function ExitLists({ rule, wrongAt, onChange }: { rule: SeverityRule; wrongAt: (path: string) => string | undefined; onChange: (rule: SeverityRule) => void }) {
  const own = IncidentType.options.flatMap((type) => (rule.exitLists?.[type] === undefined ? [] : [{ type, list: rule.exitLists[type] }]));
  const others = IncidentType.options.filter((type) => rule.exitLists?.[type] === undefined);
  const without = wrongAt('exitLists');
  return (
    <>
      <ExitListField
        label={own.length === 0 ? 'Before it ends' : 'Before it ends, every other type'} list={rule.exitList} error={wrongAt('exitList')}
        onChange={(exitList) => onChange({ ...rule, exitList })}
      />
      {own.map(({ type, list }) => (
        <ExitListField
          key={type} label={`Before it ends, ${typeNames[type].toLowerCase()}`} list={list} error={wrongAt(`exitLists.${type}`) ?? without}
          onChange={(next) => onChange(withExitList(rule, type, next))}
        >
          <QuietAction tone="danger" onClick={() => onChange(withExitList(rule, type, null))}>Remove the list for {typeNames[type].toLowerCase()}</QuietAction>
        </ExitListField>
      ))}
      {others.length === 0 ? null : (
        <ChoiceField
          label="A list of its own" value="" hint="It begins as a copy of the one above." data-testid="own-exit-list"
          onChange={(event) => onChange(withExitList(rule, IncidentType.parse(event.target.value), rule.exitList))}
        >
          <option value="">Choose a type of incident</option>
          {others.map((type) => <option key={type} value={type}>{typeNames[type]}</option>)}
        </ChoiceField>
      )}
    </>
  );
}
