import { useState } from 'react';
import type { IncidentNotice } from '#domain/statusPage/notice';
import { ConfirmSheet, QuietAction, say } from '../../../ui';
import { useSending } from '../../incident/useSending';
import type { NoticeDraft } from './noticeDraft';

type Props = {
  notice: IncidentNotice | null; draft: NoticeDraft | null; keep: (draft: NoticeDraft | null) => void;
  /** Whether the notice is about to go with its draft: then it may be gone before the answer is here. */
  onDiscard: (goes: boolean) => void;
};

/** Leaves what is not public: the draft that waits for everybody, or only what was typed on this device. Nothing where there is neither. */
export function Discard({ notice, draft, keep, onDiscard }: Props) {
  const [asking, setAsking] = useState(false);
  const { sending, send } = useSending();
  const waits = notice !== null && notice.draft !== null;
  if (!waits && draft === null) return null;
  const discard = async () => {
    if (!waits) return keep(null);
    onDiscard(notice.publishedAt === null);
    if (!(await send('discard', { type: 'discardNoticeDraft', noticeId: notice.id }))) return onDiscard(false);
    keep(null);
    say('The draft is discarded. Nothing of it was public.', 'good');
  };
  return (
    <div>
      <QuietAction tone="danger" disabled={sending !== null} onClick={() => setAsking(true)} data-testid="discard-draft">{waits ? 'Discard the draft' : 'Drop what you wrote'}</QuietAction>
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title={waits ? 'Discard the draft' : 'Drop what you wrote'} confirm={waits ? 'Discard it' : 'Drop it'} tone="danger" onConfirm={() => { void discard(); }}>
        <p>{waits ? 'The words are gone, for everybody here. What is public stays as it is.' : 'What you wrote here is on this device only, and gone once it is dropped.'}</p>
      </ConfirmSheet>
    </div>
  );
}
