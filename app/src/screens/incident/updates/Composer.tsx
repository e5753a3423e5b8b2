import type { Incident } from '#domain/incident/incident';
import { Phase, phaseNames } from '#domain/incident/phase';
import { useDraft } from '../../../drafts/useDraft';
import type { useFacts } from '../../../live/useFacts';
import { usePerson } from '../../../session/useSession';
import { Card, ChoiceField, PrimaryAction, QuietAction, say, TextField, useMinute } from '../../../ui';
import { Check } from '../../configuration/Choices';
import { useSaving } from '../../configuration/useSaving';
import { connection } from '../../../live/connection';
import { composed, keptDraft, untouchedDraft, UpdateDraft } from './updateDraft';

const MOST = 4000;
const OFFLINE = 'You are offline, so nobody was told. Your words stay here: send them when there is a connection.';

/** Writes to those who follow: begins with the words of the phase, and keeps what was half-written on this device. */
export function Composer({ incident, last, facts }: { incident: Incident; last: Phase | null; facts: ReturnType<typeof useFacts> }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { draft, keep } = useDraft(`update:${incident.id}`, UpdateDraft);
  const saving = useSaving();
  const written = draft ?? untouchedDraft;
  const { phase, final, text } = composed(written, incident, last, facts.severities, now, timeZone);
  const change = (changes: Partial<UpdateDraft>) => keep(keptDraft({ ...written, ...changes }));

  const send = async () => {
    if (text.trim() === '') return saving.refuse('Write what those outside should know.', [{ path: 'text', message: 'Write something first.' }]);
    if (connection.current().state === 'offline') return saving.refuse(OFFLINE);
    const answer = await saving.save({ type: 'sendUpdate', incidentId: incident.id, phase, text: text.trim(), final });
    if (answer === null) return;
    keep(null);
    say(answer.message, 'good');
  };
  return (
    <Card title="Write an update">
      <form className="update-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!saving.busy) void send(); }}>
        <ChoiceField label="Phase" value={phase} onChange={({ target }) => change({ phase: Phase.parse(target.value) })} data-testid="update-phase">
          {Phase.options.map((each) => <option key={each} value={each}>{phaseNames[each]}</option>)}
        </ChoiceField>
        <TextField
          label="What those outside read" value={text} rows={9} maxLength={MOST} error={saving.issueAt('text', 'The text')} data-testid="update-text"
          onChange={({ target }) => change({ text: target.value })}
          hint={written.text === null ? 'Written for you. Change what is not so: no names, no machine words.' : 'Your words. They stay on this device until you send them.'}
        />
        {written.text === null ? null : <div className="update-form-quiet"><QuietAction icon="undo" onClick={() => change({ text: null })}>Use the words for “{phaseNames[phase]}”</QuietAction></div>}
        <Check
          label="This is the final update" checked={final} onChange={(checked) => change({ final: checked })}
          detail={final ? 'Nobody is reminded of another one.' : 'More will follow.'}
        />
        <p className="quiet small">It goes to those who follow {incident.serviceName} or this incident, by push and e-mail as they chose. Everybody in Rouse can read it here. It cannot be taken back.</p>
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <PrimaryAction submit guarded busy={saving.busy} data-testid="send-update">{saving.busy ? 'Sending' : final ? 'Send the final update' : 'Send the update'}</PrimaryAction>
      </form>
    </Card>
  );
}
