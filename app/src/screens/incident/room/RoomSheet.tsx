import { useEffect, useRef, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { WarRoom } from '#domain/room/room';
import { Field, IconAction, PrimaryAction, QuietAction, Sheet } from '../../../ui';
import { useSending } from '../useSending';
import { draftOf, emptyDial, emptyRoom, type RoomDraft, roomOf, type RoomProblems } from './roomDraft';
import './room-sheet.css';

type Props = { incident: Incident; standing: WarRoom | null; open: boolean; onClose: () => void };

/** The incident's room and its backup: set, changed, closed, or the standing one taken. */
export default function RoomSheet({ open, onClose, ...rest }: Props) {
  return <Sheet open={open} onClose={onClose} title="War room">{open ? <RoomForm onClose={onClose} {...rest} /> : null}</Sheet>;
}

function RoomForm({ incident, standing, onClose }: Omit<Props, 'open'>) {
  const { sending, send } = useSending();
  const [draft, setDraft] = useState(() => draftOf(incident.warRoom));
  const [problems, setProblems] = useState<RoomProblems>({});
  const form = useRef<HTMLFormElement>(null);
  // The first wrong field may lie above what is seen of the sheet.
  useEffect(() => { if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); }, [problems]);
  const set = async (warRoom: WarRoom | null) => {
    if (await send('room', { type: 'setWarRoom', incidentId: incident.id, warRoom })) onClose();
  };
  const save = () => {
    const found = roomOf(draft);
    if ('problems' in found) setProblems(found.problems);
    else void set(found.warRoom);
  };
  return (
    <form ref={form} noValidate className="room-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
      {standing !== null && incident.warRoom === null ? <PrimaryAction tone="plain" busy={sending !== null} onClick={() => { void set(standing); }} data-testid="use-standing">Open {standing.main.name}, the standing room</PrimaryAction> : null}
      <RoomFields legend="The room" path="main" room={draft.main} problems={problems} onChange={(main) => setDraft({ ...draft, main })} />
      {draft.backup === null
        ? <QuietAction icon="plus" onClick={() => setDraft({ ...draft, backup: { ...emptyRoom, name: 'Backup room' } })} data-testid="add-backup">Name a backup room</QuietAction>
        : (
          <>
            <RoomFields legend="If it is down" path="backup" room={draft.backup} problems={problems} onChange={(backup) => setDraft({ ...draft, backup })} />
            <QuietAction tone="plain" onClick={() => setDraft({ ...draft, backup: null })}>No backup room</QuietAction>
          </>
        )}
      <div className="sheet-actions">
        <PrimaryAction submit busy={sending !== null} data-testid="save-room">{sending !== null ? 'Saving' : incident.warRoom === null ? 'Open this room' : 'Save'}</PrimaryAction>
        {incident.warRoom === null ? null : <QuietAction tone="danger" onClick={() => { void set(null); }} data-testid="close-room">Close the room</QuietAction>}
      </div>
    </form>
  );
}

function RoomFields({ legend, path, room, problems, onChange }: { legend: string; path: 'main' | 'backup'; room: RoomDraft; problems: RoomProblems; onChange: (room: RoomDraft) => void }) {
  const wrong = (field: string) => problems[`${path}.${field}`] ?? null;
  const dial = (index: number, change: Partial<RoomDraft['dialIns'][number]>) =>
    onChange({ ...room, dialIns: room.dialIns.map((each, place) => (place === index ? { ...each, ...change } : each)) });
  return (
    <fieldset className="room-fields">
      <legend>{legend}</legend>
      <Field label="Name" value={room.name} maxLength={80} error={wrong('name')} autoComplete="off" onChange={(event) => onChange({ ...room, name: event.target.value })} />
      <Field label="Address of the video call" type="url" inputMode="url" placeholder="https://" value={room.url} error={wrong('url')} autoComplete="off" onChange={(event) => onChange({ ...room, url: event.target.value })} />
      {room.dialIns.map((dialIn, index) => (
        <div key={index} className="room-dial-fields" role="group" aria-label={`Number ${index + 1}`}>
          <Field label="Number" type="tel" value={dialIn.number} error={wrong(`dialIns.${index}.number`)} autoComplete="off" onChange={(event) => dial(index, { number: event.target.value })} />
          <Field label="Code" inputMode="tel" value={dialIn.code} maxLength={20} error={wrong(`dialIns.${index}.code`)} autoComplete="off" onChange={(event) => dial(index, { code: event.target.value })} />
          <Field label="What it is called" value={dialIn.label} maxLength={60} error={wrong(`dialIns.${index}.label`)} autoComplete="off" onChange={(event) => dial(index, { label: event.target.value })} />
          <IconAction label={`Remove number ${index + 1}`} icon="close" onClick={() => onChange({ ...room, dialIns: room.dialIns.filter((_, place) => place !== index) })} />
        </div>
      ))}
      {room.dialIns.length >= 6 ? null : <QuietAction icon="plus" onClick={() => onChange({ ...room, dialIns: [...room.dialIns, emptyDial] })}>Add a number to dial</QuietAction>}
    </fieldset>
  );
}
