import type { DialIn } from '#domain/room/room';
import { Field, Icon, IconAction, QuietAction } from '../../ui';
import { emptyDialIn, mostDialIns, tryable } from './roomDraft';
import type { RoomDraft } from './roomDraft';
import './war-room.css';

/** One room while it is typed: its name, the video call, and the numbers with their codes. */
export function RoomFields({ legend, lead, room, errorAt, onChange }: {
  legend: string; lead: string; room: RoomDraft; errorAt: (path: string, name: string) => string | undefined; onChange: (room: RoomDraft) => void;
}) {
  const { name, url, dialIns } = room;
  const setDial = (index: number, changed: Partial<DialIn>) => onChange({ ...room, dialIns: dialIns.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  const address = tryable(url);
  return (
    <fieldset className="room-fields">
      <legend>{legend}</legend>
      <p className="quiet">{lead}</p>
      <Field label="Name" placeholder="Bridge" value={name} maxLength={80} error={errorAt('name', 'The name')} onChange={(event) => onChange({ ...room, name: event.target.value })} />
      <Field
        label="Video call" type="url" inputMode="url" autoCapitalize="none" spellCheck={false} placeholder="https://" value={url} maxLength={2000} error={errorAt('url', 'The address')}
        hint="An address that stays the same, so that nobody looks for it at night." onChange={(event) => onChange({ ...room, url: event.target.value })}
      />
      {address === null ? null : <a className="room-way" href={address} target="_blank" rel="noopener noreferrer"><Icon name="open" size={20} /><span>Try the address</span></a>}
      {dialIns.map((dialIn, index) => (
        <div className="room-dial" role="group" aria-label={`Number ${index + 1}`} key={index}>
          <div className="room-dial-fields">
            <Field label="Number" type="tel" inputMode="tel" placeholder="+49 30 123456" value={dialIn.number} maxLength={30} error={errorAt(`dialIns.${index}.number`, 'The number')} onChange={(event) => setDial(index, { number: event.target.value })} />
            <Field label="Code" inputMode="tel" placeholder="4711#" value={dialIn.code} maxLength={20} error={errorAt(`dialIns.${index}.code`, 'The code')} onChange={(event) => setDial(index, { code: event.target.value })} />
            <Field label="Where" placeholder="Berlin" value={dialIn.label} maxLength={60} error={errorAt(`dialIns.${index}.label`, 'The place')} onChange={(event) => setDial(index, { label: event.target.value })} />
          </div>
          <IconAction label={`Remove ${dialIn.number || `number ${index + 1}`}`} icon="close" onClick={() => onChange({ ...room, dialIns: dialIns.filter((_, at) => at !== index) })} />
        </div>
      ))}
      {dialIns.length >= mostDialIns ? null : <QuietAction icon="plus" onClick={() => onChange({ ...room, dialIns: [...dialIns, emptyDialIn] })}>Add a number to dial</QuietAction>}
    </fieldset>
  );
}
