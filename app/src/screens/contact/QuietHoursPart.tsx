import { useState } from 'react';
import { defaultQuietHours, QuietHours } from '#domain/contact/notificationRule';
import type { Contact } from '#domain/people/person';
import { usePerson } from '../../session/useSession';
import { Card, Field, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { placeOf } from './zones';
import { ZoneQuestion } from './ZoneQuestion';

/** When pages that can wait do wait, by which clock. */
export function QuietHoursPart({ contact }: { contact: Contact }) {
  const { timeZone } = usePerson();
  const [open, setOpen] = useState(false);
  const { start, end } = contact.quietHours ?? defaultQuietHours;
  return (
    <Card title="Quiet hours" action={<QuietAction onClick={() => setOpen(true)} aria-label="Change the quiet hours" data-testid="edit-quiet">Change</QuietAction>}>
      <p className="contact-quiet tabular" data-testid="quiet-hours">{start === end ? 'None' : `${start} to ${end}`}</p>
      <p className="quiet contact-detail">
        {start === end ? 'Pages of low urgency come at any time.' : `Pages of low urgency wait until ${end}.`} Urgent ones never wait. By the clock of {placeOf(timeZone)}, the zone of your profile.
      </p>
      <ZoneQuestion />
      {open ? <QuietSheet contact={contact} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function QuietSheet({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { timeZone } = usePerson();
  const saving = useSaving();
  const [draft, setDraft] = useState(contact.quietHours ?? defaultQuietHours);
  const save = async (quietHours: QuietHours | null) => {
    if (quietHours !== null && !QuietHours.safeParse(quietHours).success) return saving.refuse('Both times are needed, such as 22:00 and 07:00.');
    const answer = await saving.save({ type: 'saveNotificationRules', rules: contact.rules, quietHours });
    if (!answer) return;
    say('Saved. New pages go by it.', 'good');
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title="Quiet hours">
      <p className="sheet-words">Pages of low urgency wait for their end. The same time twice: none. By the clock of {placeOf(timeZone)}.</p>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(draft); }}>
        <div className="configuration-pair">
          <Field label="From" type="time" value={draft.start} error={saving.issueAt('quietHours.start', 'The start')} onChange={(event) => setDraft({ ...draft, start: event.target.value })} />
          <Field label="Until" type="time" value={draft.end} error={saving.issueAt('quietHours.end', 'The end')} hint={draft.start > draft.end ? 'the next morning' : ''} onChange={(event) => setDraft({ ...draft, end: event.target.value })} />
        </div>
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <div className="sheet-actions">
          <PrimaryAction submit busy={saving.busy} data-testid="save-quiet">{saving.busy ? 'Saving' : 'Save'}</PrimaryAction>
          {contact.quietHours === null ? null : <QuietAction tone="plain" onClick={() => { void save(null); }}>Back to the default, {defaultQuietHours.start} to {defaultQuietHours.end}</QuietAction>}
        </div>
      </form>
    </Sheet>
  );
}
