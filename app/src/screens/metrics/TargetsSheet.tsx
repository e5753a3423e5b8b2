import { useState } from 'react';
import { Severity } from '#domain/incident/severity';
import { measures, type MetricsTargets } from '#domain/metrics/targets';
import { Field, PrimaryAction, say, Sheet } from '../../ui';
import { Check } from '../configuration/Choices';
import { useSaving } from '../configuration/useSaving';
import { targetsDraftOf, targetsOf } from './targetsDraft';
import { measureNames } from './words';

/** What the medians are held against, while an admin types it. */
export default function TargetsSheet({ targets, onClose }: { targets: MetricsTargets; onClose: () => void }) {
  const saving = useSaving();
  const [draft, setDraft] = useState(() => targetsDraftOf(targets));
  const save = async () => {
    const typed = targetsOf(draft);
    if ('issues' in typed) return saving.refuse('Not saved yet. Look at what is marked.', typed.issues);
    const answer = await saving.save({ type: 'saveMetricsTargets', targets: typed.targets });
    if (!answer) return;
    say(answer.message, 'good');
    onClose();
  };
  const wrongSeverities = saving.issueAt('targets.severities', 'Severities');
  return (
    <Sheet open onClose={onClose} title="Targets">
      <p className="sheet-words">A median should stay below its target. Everybody sees whether it does, for past times too.</p>
      <form className="metrics-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!saving.busy) void save(); }}>
        {measures.map((measure) => (
          <Field
            key={measure} label={`${measureNames[measure].title}, in minutes`} inputMode="decimal" value={draft[measure]} placeholder="No target" data-testid={`target-${measure}`}
            error={saving.issueAt(`targets.${measure}`, 'It')} onChange={({ target }) => setDraft({ ...draft, [measure]: target.value })}
          />
        ))}
        <fieldset className="choices">
          <legend>For the incidents of</legend>
          {Severity.options.map((severity) => (
            <Check
              key={severity} label={severity} checked={draft.severities.includes(severity)}
              onChange={(checked) => setDraft({ ...draft, severities: Severity.options.filter((each) => (each === severity ? checked : draft.severities.includes(each))) })}
            />
          ))}
          {wrongSeverities ? <p className="field-error" role="alert">{wrongSeverities}</p> : null}
        </fieldset>
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <PrimaryAction submit busy={saving.busy} data-testid="save-targets">{saving.busy ? 'Saving' : 'Save'}</PrimaryAction>
      </form>
    </Sheet>
  );
}
