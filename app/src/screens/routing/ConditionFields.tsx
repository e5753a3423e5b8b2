import type { RoutingRule } from '#domain/routing/rule';
import { usePerson } from '../../session/useSession';
import { Field, QuietAction } from '../../ui';
import { Options } from './Options';
import { emptyTest } from './ruleDraft';
import type { Suggestions } from './suggestions';
import { Switch } from './Switch';
import { TestFields } from './TestFields';
import { TimeOfWeekFields } from './TimeOfWeekFields';

type When = RoutingRule['when'];

/** When a rule matches: its tests, at what time of the week, and from how many on. `wrong` answers what is wrong with a field. */
export function ConditionFields({ when, wrong, suggestions, onChange }: {
  when: When; wrong: (field: string) => string | undefined; suggestions: Suggestions; onChange: (when: When) => void;
}) {
  const { timeZone } = usePerson();
  const { match, tests, during, atLeast } = when;
  const setTest = (at: number, test: When['tests'][number]) => onChange({ ...when, tests: tests.map((each, index) => (index === at ? test : each)) });
  return (
    <div className="rule-fields">
      {tests.length > 1 ? (
        <Options
          legend="It matches when" name="match" value={match} options={[['all', 'all of these are so'], ['any', 'any of these is so']]}
          onChange={(next) => onChange({ ...when, match: next })}
        />
      ) : null}
      {tests.length === 0 ? <p className="quiet">Without a test it matches every alert.</p> : null}
      {tests.map((test, at) => (
        // Tests have no id: the place is what tells them apart.
        <TestFields
          key={at} at={at} test={test} wrong={(field) => wrong(`tests.${at}.${field}`)} suggestions={suggestions} onChange={(next) => setTest(at, next)}
          onRemove={() => onChange({ ...when, tests: tests.filter((_, index) => index !== at) })}
        />
      ))}
      {tests.length < 20 ? <QuietAction icon="plus" onClick={() => onChange({ ...when, tests: [...tests, emptyTest] })} data-testid="add-test">{tests.length === 0 ? 'Add a test' : 'Another test'}</QuietAction> : null}

      <Switch
        label="Only at some time of the week" words="Only at some time of the week" on={during !== null}
        onChange={(on) => onChange({ ...when, during: on ? { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '07:00', timeZone } : null })}
      />
      {during ? <TimeOfWeekFields during={during} wrong={(field) => wrong(`during.${field}`)} onChange={(next) => onChange({ ...when, during: next })} /> : null}

      <Switch
        label="Only when there are several" words="Only when there are several" on={atLeast !== null}
        onChange={(on) => onChange({ ...when, atLeast: on ? { count: 3, withinMinutes: 10 } : null })}
      />
      {atLeast ? (
        <div className="rule-pair">
          <Field
            label="At least" inputMode="numeric" value={atLeast.count || ''} error={wrong('atLeast.count')} hint="alerts"
            onChange={(event) => onChange({ ...when, atLeast: { ...atLeast, count: wholeNumber(event.target.value) } })}
          />
          <Field
            label="within" inputMode="numeric" value={atLeast.withinMinutes || ''} error={wrong('atLeast.withinMinutes')} hint="minutes"
            onChange={(event) => onChange({ ...when, atLeast: { ...atLeast, withinMinutes: wholeNumber(event.target.value) } })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** What is typed as a number; 0 where it is none, which the rule's problems then name. */
export function wholeNumber(typed: string): number {
  const number = Number(typed.trim());
  return Number.isInteger(number) && number > 0 ? number : 0;
}
