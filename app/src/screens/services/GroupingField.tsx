import { Field } from '../../ui';
import { Check, Choices } from '../configuration/Choices';
import { groupingChoices } from './grouping';
import type { GroupingDraft } from './grouping';

/** How alerts of the service become incidents. Each choice says what it means for whoever is woken. */
export function GroupingField({ draft, onChange, errors }: {
  draft: GroupingDraft; onChange: (draft: GroupingDraft) => void; errors: { fields: string | undefined; windowMinutes: string | undefined };
}) {
  const over = (
    <Check
      label="Also over the tool’s own groups" checked={draft.overSource} onChange={(overSource) => onChange({ ...draft, overSource })}
      detail={draft.overSource ? 'On: groups that a tool sends are ignored here.' : 'Off: an alert whose tool names a group stays in that group.'}
    />
  );
  const insides = {
    source: null,
    fields: (
      <>
        <Field
          label="Fields" placeholder="label.cluster, label.env" value={draft.fields} autoCapitalize="none" spellCheck={false} error={errors.fields}
          hint="Up to five, with commas between: name, service, severity, title, or label.… for a label." onChange={(event) => onChange({ ...draft, fields: event.target.value })}
        />
        {over}
      </>
    ),
    service: (
      <>
        <Field label="Minutes" inputMode="numeric" value={draft.windowMinutes} error={errors.windowMinutes} onChange={(event) => onChange({ ...draft, windowMinutes: event.target.value })} />
        {over}
      </>
    ),
  };
  return (
    <Choices
      legend="What is one incident" chosen={draft.by} onChange={(by) => onChange({ ...draft, by })}
      options={groupingChoices.map((choice) => ({ ...choice, inside: insides[choice.key] }))}
    />
  );
}
