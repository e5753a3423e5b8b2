import { useState } from 'react';
import type { PostMortem } from '#domain/postMortem/postMortem';
import { resolveWallTime, wallTimeAt } from '#domain/time/zone';
import { usePerson } from '../../session/useSession';
import { Field, PrimaryAction, QuietAction, Sheet } from '../../ui';
import { useSending } from '../incident/useSending';
import { firstMeeting } from './days';

type Props = { postMortem: PostMortem; open: boolean; onClose: () => void };

/** When people go through it together. */
export function MeetingSheet(props: Props) {
  return <Sheet open={props.open} onClose={props.onClose} title="Review meeting">{props.open ? <MeetingForm {...props} /> : null}</Sheet>;
}

function MeetingForm({ postMortem: { incidentId, reviewAt }, onClose }: Props) {
  const { timeZone } = usePerson();
  const { sending, send } = useSending();
  const [local, setLocal] = useState(() => (reviewAt === null ? firstMeeting(Date.now(), timeZone) : wallTimeAt(reviewAt, timeZone)));
  const [wrong, setWrong] = useState<string | null>(null);
  const set = async (at: number | null) => { if (await send('meeting', { type: 'setReviewMeeting', incidentId, reviewAt: at })) onClose(); };
  const save = () => {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) setWrong('Both a day and a time are needed.');
    else void set(resolveWallTime(local, timeZone, 'first'));
  };
  return (
    <form noValidate className="post-mortem-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <Field
        label="When" type="datetime-local" value={local} error={wrong} hint={`By your clock, ${timeZone.replaceAll('_', ' ')}. Invite people in your own calendar: Rouse only says when it is.`}
        onChange={(event) => { setLocal(event.target.value); setWrong(null); }} data-testid="meeting-at"
      />
      <div className="sheet-actions">
        <PrimaryAction submit guarded busy={sending !== null} data-testid="save-meeting">{sending === null ? 'Set it' : 'Saving'}</PrimaryAction>
        {reviewAt === null ? null : <QuietAction tone="plain" onClick={() => { void set(null); }}>No meeting</QuietAction>}
      </div>
    </form>
  );
}
