import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { defaultReadiness } from '#domain/readiness/shiftReadiness';
import type { ReadinessSettings } from '#domain/readiness/shiftReadiness';
import { readinessSettings } from '../../live/oncall';
import { known } from '../../live/live';
import { Failure, Field, say, Screen, TextField } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';

const back = { to: '/schedules', label: 'Schedules' };

/** The team's list for the start of a shift, and how long before it everybody is asked. */
export default function EditReadiness() {
  const live = useReadable('settings/{id}', readinessSettings);
  const mayChange = useMay('saveReadiness');
  const settings = known(live);
  if (mayChange && settings !== undefined) return <Form settings={settings ?? defaultReadiness} />;
  return (
    <Screen title="Start of a shift" back={back}>
      {mayChange ? <Reading live={live} label="Loading the list">{() => null}</Reading> : <Failure title={readFailures.denied.title}><p>Only admins change this.</p></Failure>}
    </Screen>
  );
}

function Form({ settings }: { settings: ReadinessSettings }) {
  const navigate = useNavigate();
  const saving = useSaving();
  const [items, setItems] = useState(settings.items.join('\n'));
  const [hours, setHours] = useState(String(settings.hoursBefore));
  const save = async () => {
    const lines = [...new Set(items.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
    const hoursBefore = Number(hours);
    if (lines.length > 12) return saving.refuse('Twelve are the most: a list that is read.', [{ path: 'items', message: 'are too many: twelve are the most' }]);
    if (!Number.isInteger(hoursBefore) || hoursBefore < 1 || hoursBefore > 48) return saving.refuse('Not saved yet. Look at what is marked.', [{ path: 'hoursBefore', message: 'is a number from 1 to 48' }]);
    if (!(await saving.save({ type: 'saveReadiness', items: lines, hoursBefore }))) return;
    say('Saved.', 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <EditScreen title="Start of a shift" back={back} saving={saving} onSave={() => { void save(); }}>
      <p className="configuration-lead">Before a shift everybody is asked whether they are ready, with this list at hand. Who does not answer is asked another way, and then the others are told.</p>
      <TextField label="What to have, one per line" rows={6} value={items} placeholder={'Laptop and charger\nVPN works\nPhone is loud'} error={saving.issueAt('items', 'Lines')} onChange={(event) => setItems(event.target.value)} />
      <Field label="Hours before the shift" inputMode="numeric" value={hours} error={saving.issueAt('hoursBefore', 'It')} onChange={(event) => setHours(event.target.value)} />
    </EditScreen>
  );
}
