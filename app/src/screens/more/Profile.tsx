import { useState } from 'react';
import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import { ChoiceField, Field, PrimaryAction, say, Screen, Stack } from '../../ui';
import { CallNumber } from '../contact/CallNumber';
import { ZoneQuestion } from '../contact/ZoneQuestion';
import { learnProfile } from '../../session/session';

/** The person's own name and time zone, as everybody sees them and as every time is told. */
export default function Profile() {
  const person = usePerson();
  const { act } = useCommands();
  const [name, setName] = useState(person.name);
  const [timeZone, setTimeZone] = useState(person.timeZone);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const changed = name.trim() !== person.name || timeZone !== person.timeZone;

  const save = async () => {
    if (name.trim() === '') {
      setError('Others need a name to call you by.');
      return;
    }
    setBusy(true);
    const outcome = await act({ type: 'setProfile', name: name.trim(), timeZone });
    setBusy(false);
    if (outcome.state !== 'answered') return;
    learnProfile({ name: name.trim(), timeZone });
    say('Saved.', 'good');
  };
  return (
    <Screen
      title="Profile" back={{ to: '/more', label: 'More' }}
      footer={<PrimaryAction busy={busy} disabled={!changed} onClick={() => { void save(); }}>Save</PrimaryAction>}
    >
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Stack>
          <Field label="Name" value={name} maxLength={80} autoComplete="name" error={error} onChange={(event) => { setName(event.target.value); setError(null); }} />
          <ChoiceField label="Time zone" value={timeZone} hint="Every time is told in it." onChange={(event) => setTimeZone(event.target.value)}>
            {zonesWith(person.timeZone).map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
          </ChoiceField>
          <ZoneQuestion onUsed={setTimeZone} />
          {person.role === 'stakeholder' ? null : <CallNumber />}
          <p className="quiet small">{person.email}. Your address and role are an admin's to change.</p>
        </Stack>
      </form>
    </Screen>
  );
}

function zonesWith(own: string): string[] {
  return [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])].sort();
}
