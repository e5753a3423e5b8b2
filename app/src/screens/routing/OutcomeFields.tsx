import { IncidentType } from '#domain/incident/incident';
import { Severity, Urgency } from '#domain/incident/severity';
import type { Outcome } from '#domain/routing/rule';
import { ChoiceField, Field } from '../../ui';
import { wholeNumber } from './ConditionFields';
import { KeyFields } from './KeyFields';
import { Options } from './Options';
import { untouched } from './ruleDraft';
import type { Suggestions } from './suggestions';
import type { Scope } from './useScope';
import './rule-editor.css';

type Route = Extract<Outcome, { kind: 'route' }>;

/** What a rule does. What is left as it is stays as the source, the service and the severity policy say. */
export function OutcomeFields({ then, wrong, of, suggestions, onChange }: {
  then: Outcome; wrong: (field: string) => string | undefined; of: Scope; suggestions: Suggestions; onChange: (then: Outcome) => void;
}) {
  return (
    <div className="rule-fields">
      <Options
        legend="The alert" name="outcome" value={then.kind} options={[['route', 'goes on'], ['suppress', 'is suppressed']]}
        onChange={(kind) => onChange(kind === 'suppress' ? { kind } : untouched)}
      />
      {then.kind === 'suppress'
        ? <p className="quiet small">It is kept and can be looked at, and pages nobody.</p>
        : <RouteFields then={then} wrong={wrong} of={of} suggestions={suggestions} onChange={onChange} />}
    </div>
  );
}

function RouteFields({ then, wrong, of, suggestions, onChange }: {
  then: Route; wrong: (field: string) => string | undefined; of: Scope; suggestions: Suggestions; onChange: (then: Route) => void;
}) {
  const set = (changed: Partial<Route>) => onChange({ ...then, ...changed });
  const urgencyNames: Record<Urgency, string> = { high: 'high: wakes', low: 'low: waits for the morning' };
  const asIs = <option value="">as it is</option>;
  return (
    <>
      <div className="rule-pair">
        <ChoiceField label="Severity" value={then.severity ?? ''} onChange={(event) => set({ severity: Severity.safeParse(event.target.value).data ?? null })} data-testid="then-severity">
          {asIs}{Severity.options.map((each) => <option key={each} value={each}>{each}</option>)}
        </ChoiceField>
        <ChoiceField label="Urgency" value={then.urgency ?? ''} onChange={(event) => set({ urgency: Urgency.safeParse(event.target.value).data ?? null })}>
          {asIs}{Urgency.options.map((each) => <option key={each} value={each}>{urgencyNames[each]}</option>)}
        </ChoiceField>
      </div>
      <Field
        label="Hold off" inputMode="numeric" value={then.holdOffSeconds || ''} error={wrong('holdOffSeconds')} placeholder="0" data-testid="then-hold"
        hint="Seconds. What ends within them pages nobody." onChange={(event) => set({ holdOffSeconds: event.target.value.trim() === '' ? null : wholeNumber(event.target.value) })}
      />
      <div className="rule-pair">
        <ChoiceField label="Type" value={then.incidentType ?? ''} onChange={(event) => set({ incidentType: IncidentType.safeParse(event.target.value).data ?? null })}>
          {asIs}{IncidentType.options.map((each) => <option key={each} value={each}>{each}</option>)}
        </ChoiceField>
        <ChoiceField label="Service" value={then.serviceId ?? ''} error={wrong('serviceId')} onChange={(event) => set({ serviceId: event.target.value || null })}>
          {asIs}{of.services.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          {then.serviceId !== null && !of.facts.serviceIds.includes(then.serviceId) ? <option value={then.serviceId}>{then.serviceId} (gone)</option> : null}
        </ChoiceField>
      </div>
      <ChoiceField label="Runbook" value={then.runbookId ?? ''} error={wrong('runbookId')} onChange={(event) => set({ runbookId: event.target.value || null })}>
        {asIs}{of.runbooks.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
        {then.runbookId !== null && !of.facts.runbookIds.includes(then.runbookId) ? <option value={then.runbookId}>{then.runbookId} (gone)</option> : null}
      </ChoiceField>
      <Field
        label="Tags" autoCapitalize="none" autoComplete="off" value={then.tags.join(',')} error={wrong('tags')} hint="With commas between them."
        onChange={(event) => set({ tags: event.target.value === '' ? [] : event.target.value.split(',') })}
      />
      <KeyFields then={then} wrong={wrong} suggestions={suggestions} onChange={set} />
    </>
  );
}
