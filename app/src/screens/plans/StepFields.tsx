import { IncidentType } from '#domain/incident/incident';
import { IncidentRole, roleNames } from '#domain/role/roleNames';
import { durationWords } from '#domain/time/words';
import { MINUTE } from '#domain/time/instant';
import { ChoiceField, Field } from '../../ui';
import { TargetsField } from '../policies/TargetsField';
import { cadences } from './planDraft';
import type { StepDraft } from './planDraft';
import type { AppPlanFacts } from './usePlanFacts';

type Props = { step: StepDraft; place: string; facts: AppPlanFacts; now: number; errorAt: (path: string, name: string) => string | undefined; onChange: (step: StepDraft) => void };

/** What a step has to know to be carried out. */
export function StepFields(props: Props) {
  const { step, errorAt, onChange } = props;
  switch (step.kind) {
    case 'classify': return (
      <>
        <ChoiceField label="Type" value={step.incidentType} onChange={({ target }) => onChange({ ...step, incidentType: IncidentType.options.find((each) => each === target.value) ?? '' })}>
          <option value="">Leave it as it is</option>
          {IncidentType.options.map((type) => <option key={type} value={type}>{`${type.charAt(0).toUpperCase()}${type.slice(1)}`}</option>)}
        </ChoiceField>
        <Field label="Tags" placeholder="eu, payments" value={step.tags} maxLength={220} autoCapitalize="none" error={errorAt('tags', 'The tags')} hint="Up to five, with commas between them." onChange={({ target }) => onChange({ ...step, tags: target.value })} />
      </>
    );
    case 'openChannel': return <ChannelFields {...props} />;
    case 'page': return <PageFields {...props} />;
    case 'startCadence': {
      const offered = cadences.map(String).includes(step.minutes) ? cadences.map(String) : [...cadences.map(String), step.minutes];
      return (
        <ChoiceField label="An update every" value={step.minutes} error={errorAt('minutes', 'The cadence')} onChange={({ target }) => onChange({ ...step, minutes: target.value })}>
          {offered.map((minutes) => <option key={minutes} value={minutes}>{durationWords(Number(minutes) * MINUTE)}</option>)}
        </ChoiceField>
      );
    }
    case 'callWebhook': return <WebhookFields {...props} />;
    case 'makeWarRoom': case 'postUpdate': case 'draftStatusUpdate': return null;
    default: return step.kind satisfies never;
  }
}

const slackChannel = 'slack';

function ChannelFields({ step, facts, errorAt, onChange }: Props) {
  const all = Object.values(facts.destinations).sort((a, b) => a.name.localeCompare(b.name));
  const options = (none: string) => [<option key="" value="">{none}</option>, ...all.map(({ id, name, enabled }) => <option key={id} value={id}>{enabled ? name : `${name} (off)`}</option>)];
  const inSlack = step.by === 'createSlack';
  return (
    <>
      <ChoiceField
        label="Where" value={inSlack ? slackChannel : step.destinationId} error={errorAt('how', 'The channel') ?? errorAt('how.destinationId', 'The channel')}
        onChange={({ target }) => onChange(target.value === slackChannel ? { ...step, by: 'createSlack' } : { ...step, by: 'post', destinationId: target.value })}
        {...(all.length === 0 ? { hint: 'To post into a channel that is there already, or to Teams, make a destination first.' } : {})}
      >
        <option value={slackChannel}>{facts.chat?.slack ? `A new channel in Slack (${facts.chat.slack.team})` : 'A new channel in Slack'}</option>
        {options('Choose a destination')}
      </ChoiceField>
      <ChoiceField label="When that is down" value={step.backupId} error={errorAt('backupId', 'The backup')} onChange={({ target }) => onChange({ ...step, backupId: target.value })}>
        {options('Nowhere: the step fails')}
      </ChoiceField>
    </>
  );
}

function PageFields({ step, place, facts, now, errorAt, onChange }: Props) {
  return (
    <>
      <div className="policy-words">
        <TargetsField
          targets={step.targets} facts={{ ...facts, destinations: {} }} now={now} place={place} errorAt={(path) => errorAt(path, 'This target')} onChange={(targets) => onChange({ ...step, targets: targets.slice(0, 10) })}
        />
      </div>
      {step.targets.length === 0 ? <p className="quiet small">Nobody named: whoever the escalation policy reaches first, where it has paged nobody.</p> : null}
      {step.targets.map((_, index) => errorAt(`targets.${index}`, 'This target')).filter((error) => error !== undefined).map((error, index) => <p key={index} className="field-error" role="alert">{error}</p>)}
      <ChoiceField label="Role of the first who is reached" value={step.role} onChange={({ target }) => onChange({ ...step, role: IncidentRole.options.find((each) => each === target.value) ?? '' })}>
        <option value="">None</option>
        {IncidentRole.options.map((role) => <option key={role} value={role}>{roleNames[role]}</option>)}
      </ChoiceField>
    </>
  );
}

function WebhookFields({ step, facts, errorAt, onChange }: Props) {
  const webhooks = Object.values(facts.destinations).filter(({ kind }) => kind === 'webhook').sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <Field label="What it does" placeholder="Thread dump" value={step.name} maxLength={60} error={errorAt('name', 'The name')} onChange={({ target }) => onChange({ ...step, name: target.value })} />
      <ChoiceField
        label="Webhook" value={step.destinationId} error={errorAt('destinationId', 'It')} onChange={({ target }) => onChange({ ...step, destinationId: target.value })}
        hint={webhooks.length === 0 ? 'There is none yet. Make a destination of the kind webhook first.' : 'Signed, so that it knows who calls.'}
      >
        <option value="">Choose a webhook</option>
        {webhooks.map(({ id, name, enabled }) => <option key={id} value={id}>{enabled ? name : `${name} (off)`}</option>)}
      </ChoiceField>
    </>
  );
}
