import { useState } from 'react';
import type { PersonalChannel } from '#domain/contact/notificationRule';
import { known } from '../../live/live';
import { notification } from '../../live/notificationLog';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { testWords } from '../../words/notifications';
import type { TestWords } from '../../words/notifications';
import { useSaving } from '../configuration/useSaving';

/** A test by one way, followed from the tap to the receipt. `words` is null until there was one. */
export function useChannelTest(channel: PersonalChannel, methodId: string | null): { busy: boolean; words: TestWords | null; run: () => void } {
  const { role } = usePerson();
  const saving = useSaving();
  const [sentId, sent] = useState<string | null>(null);
  const live = useLive(sentId === null || role === 'stakeholder' ? null : notification(sentId));
  const run = async () => {
    sent(null);
    const answer = await saving.save({ type: 'testContactMethod', channel, methodId });
    if (answer?.notificationId !== undefined) sent(answer.notificationId);
  };
  return { busy: saving.busy, words: wordsOf(), run: () => { void run(); } };

  function wordsOf(): TestWords | null {
    if (saving.busy) return { text: 'Asking Rouse for a test.', tone: 'waiting' };
    if (saving.problem !== null) return { text: saving.problem, tone: 'bad' };
    if (sentId === null) return null;
    return live.state === 'failed' ? { text: 'On its way. What becomes of it could not be read.', tone: 'waiting' } : testWords(known(live) ?? null);
  }
}
