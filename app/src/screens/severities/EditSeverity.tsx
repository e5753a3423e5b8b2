import { type Severity, SeverityRule } from '#domain/incident/severity';
import type { SeverityPolicy } from '#domain/incident/severity';
import type { Issue } from '../../commands/send';
import { ChoiceField, Field, SeverityMark, Stack } from '../../ui';
import { ExitLists } from './ExitLists';
import { LengthField } from './LengthField';
import { RolesField } from './RolesField';
import { urgencyWords } from './words';
import { WordsField } from './WordsField';
import './severities.css';

/** One severity's rule. What is typed is kept; it is saved with the others. */
export function EditSeverity({ severity, policy, problems, onChange }: {
  severity: Severity; policy: SeverityPolicy; problems: readonly Issue[]; onChange: (policy: SeverityPolicy) => void;
}) {
  const rule = policy[severity];
  const set = (changed: Partial<SeverityRule>) => onChange({ ...policy, [severity]: { ...rule, ...changed } });
  const wrong = (field: keyof SeverityRule) => problems.find(({ path }) => path === `${severity}.${field}` || path.startsWith(`${severity}.${field}.`))?.message;
  return (
    <Stack>
      <p className="severities-title"><SeverityMark severity={severity} /></p>
      <Field label="Name" value={rule.name} maxLength={40} error={wrong('name')} onChange={(event) => set({ name: event.target.value })} />
      <Field label="Meaning" value={rule.meaning} maxLength={200} error={wrong('meaning')} onChange={(event) => set({ meaning: event.target.value })} />
      <ChoiceField
        label="Urgency" value={rule.urgency} error={wrong('urgency')} hint={rule.urgency === 'low' ? 'Its pages wait for the morning.' : 'Its pages wake, and escalate.'}
        onChange={(event) => set({ urgency: SeverityRule.shape.urgency.parse(event.target.value) })}
      >
        {SeverityRule.shape.urgency.options.map((urgency) => <option key={urgency} value={urgency}>{urgencyWords[urgency]}</option>)}
      </ChoiceField>
      <LengthField label="Respond within" minutes={rule.respondWithinMinutes} error={wrong('respondWithinMinutes')} onChange={(minutes) => set({ respondWithinMinutes: minutes ?? 0 })} />
      <LengthField
        label="Acknowledge holds" minutes={rule.leaseMinutes} none="without end" error={wrong('leaseMinutes')} hint="Without a sign of work for so long, a new alert pages again."
        onChange={(minutes) => set({ leaseMinutes: minutes })}
      />
      <LengthField label="Update every" minutes={rule.updateEveryMinutes} none="no updates asked" error={wrong('updateEveryMinutes')} hint="Whoever leads communications is reminded when one is due." onChange={(minutes) => set({ updateEveryMinutes: minutes })} />
      <LengthField label="Watched for" minutes={rule.watchMinutes} error={wrong('watchMinutes')} hint="After a fix, until it ends by itself." onChange={(minutes) => set({ watchMinutes: minutes ?? 0 })} />
      <LengthField
        label="Post-mortem due within" minutes={rule.postMortemDueDays === null ? null : rule.postMortemDueDays * 1440} none="none is due" onlyDays error={wrong('postMortemDueDays')}
        onChange={(minutes) => set({ postMortemDueDays: minutes === null ? null : minutes / 1440 })}
      />
      <WordsField severity={severity} policy={policy} error={wrong('words')} onChange={onChange} />
      <RolesField severity={severity} policy={policy} error={wrong('roles')} onChange={(roles) => set({ roles })} />
      <ExitLists rule={rule} wrongAt={(path) => problems.find((problem) => problem.path === `${severity}.${path}`)?.message} onChange={(next) => onChange({ ...policy, [severity]: next })} />
    </Stack>
  );
}
