import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Severity } from '#domain/incident/severity';
import { defaultStatusPage, type StatusPageSettings } from '#domain/statusPage/notice';
import { known } from '../../live/live';
import { statusPageSettings } from '../../live/statusPage';
import { Card, Failure, Field, say, Screen, TextField } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { Checks } from '../people/Checks';
import { severitiesWords } from './words';

const back = { to: '/status-page', label: 'Status page' };
const title = 'The page itself';
const severities = Severity.options.map((severity) => ({ id: severity, name: severity }));

/** How the public page is called, where it sends people who need help, and what it publishes by itself. */
export default function EditSettings() {
  const mayChange = useMay('saveStatusPage');
  const live = useReadable('settings/{id}', statusPageSettings);
  const found = known(live);
  if (mayChange && found !== undefined) return <Form settings={found ?? defaultStatusPage} />;
  return (
    <Screen title={title} back={back}>
      {mayChange ? <Reading live={live} label="Loading the settings">{() => null}</Reading> : <Failure title={readFailures.denied.title}><p>Only admins change what the page is called, and what it publishes by itself.</p></Failure>}
    </Screen>
  );
}

function Form({ settings }: { settings: StatusPageSettings }) {
  const navigate = useNavigate();
  const saving = useSaving();
  const [draft, setDraft] = useState(() => ({ ...settings, supportUrl: settings.supportUrl ?? '' }));
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const { automatic } = draft;
  const save = async () => {
    const supportUrl = draft.supportUrl.trim();
    if (draft.title.trim() === '') return saving.refuse('Not saved yet. Look at what is marked.', [{ path: 'settings.title', message: 'is needed' }]);
    const answer = await saving.save({ type: 'saveStatusPage', settings: { ...draft, title: draft.title.trim(), about: draft.about.trim(), supportUrl: supportUrl === '' ? null : supportUrl } });
    if (answer === null) return;
    say(answer.message, 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Title" value={draft.title} maxLength={80} error={saving.issueAt('settings.title', 'The title')} onChange={(event) => set({ title: event.target.value })} data-testid="page-title" />
      <TextField
        label="About" rows={3} value={draft.about} maxLength={300} error={saving.issueAt('settings.about', 'The text')} hint="A sentence or two under the title: whose page this is."
        onChange={(event) => set({ about: event.target.value })}
      />
      <Field
        label="Where people get help" type="url" inputMode="url" autoCapitalize="none" spellCheck={false} placeholder="https://" value={draft.supportUrl} maxLength={500}
        error={saving.issueAt('settings.supportUrl', 'The address')} onChange={(event) => set({ supportUrl: event.target.value })}
      />
      <Checks
        legend="Published by itself" options={severities} chosen={automatic} nothing=""
        onChange={(ids) => set({ automatic: Severity.options.filter((severity) => ids.includes(severity)) })}
      />
      <Card tone={automatic.length === 0 ? 'plain' : 'warning'}>
        <p role="status" data-testid="automatic-words">
          {automatic.length === 0
            ? 'Nothing is published by itself: Rouse drafts, a person reads it and publishes.'
            : `Every ${severitiesWords(automatic)} is told to the public as soon as it is drafted. Nobody reads the words first, and nothing that was published can be taken back.`}
        </p>
      </Card>
    </EditScreen>
  );
}
