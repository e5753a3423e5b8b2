import { useState } from 'react';
import type { WarRoom } from '#domain/room/room';
import { say } from '../../ui';
import { EditScreen } from '../configuration/EditScreen';
import { useSaving } from '../configuration/useSaving';
import { warRoomDraftOf, warRoomOf } from './roomDraft';
import { RoomFields } from './RoomFields';

/** The standing room and its backup, while an admin types them. Emptied, there is none any more. */
export function EditWarRoom({ standing, onDone }: { standing: WarRoom | null; onDone: () => void }) {
  const saving = useSaving();
  const [draft, setDraft] = useState(() => warRoomDraftOf(standing));
  const save = async () => {
    const typed = warRoomOf(draft);
    if ('issues' in typed) return saving.refuse('Not saved yet. Look at what is marked.', typed.issues);
    const answer = await saving.save({ type: 'saveWarRoom', standing: typed.standing });
    if (!answer) return;
    say(answer.message, 'good');
    onDone();
  };
  const errorAt = (room: 'main' | 'backup') => (path: string, name: string) => saving.issueAt(`standing.${room}.${path}`, name);
  return (
    <EditScreen title="Edit the war room" back={{ to: '/war-room', label: 'War room' }} saving={saving} onSave={() => { void save(); }}>
      <RoomFields legend="The room" lead="Offered with every incident. Leave all of it empty to have none." room={draft.main} errorAt={errorAt('main')} onChange={(main) => setDraft({ ...draft, main })} />
      <RoomFields legend="The backup" lead="Where people go when the first is down: best with another provider. It can be left empty." room={draft.backup} errorAt={errorAt('backup')} onChange={(backup) => setDraft({ ...draft, backup })} />
    </EditScreen>
  );
}
