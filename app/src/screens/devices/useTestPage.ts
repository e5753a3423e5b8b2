import { useState } from 'react';
import type { Notification } from '#domain/notification/notification';
import { useCommands } from '../../commands/useCommands';
import { arrivedAt } from '../../device';
import { known } from '../../live/live';
import { notificationsOf } from '../../live/notifications';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';

/**
 * A test page and its way, all times by this device's own clock, in ms since epoch: the tap, the answer, and when the page
 * was here. What the server adds stands in `notification`.
 */
export type Test =
  | { state: 'none' }
  | { state: 'asking'; tappedAt: number }
  | { state: 'refused'; sentence: string }
  | { state: 'sent'; tappedAt: number; answeredAt: number; arrivedAt: number | null; notification: Notification | null };

/** Sends a test page and follows it. For members: a stakeholder may send none. */
export function useTestPage(): Test & { send: () => void } {
  const { userId } = usePerson();
  const { send } = useCommands();
  const [test, setTest] = useState<Exclude<Test, { state: 'sent' }> | { state: 'sent'; id: string; tappedAt: number; answeredAt: number }>({ state: 'none' });
  const live = useLive(notificationsOf(userId));
  const notifications = known(live);

  const ask = async () => {
    const tappedAt = Date.now();
    setTest({ state: 'asking', tappedAt });
    const outcome = await send({ type: 'sendTestPage' });
    if (outcome.state !== 'answered') setTest({ state: 'refused', sentence: outcome.sentence });
    else if (outcome.answer.notificationId === undefined) setTest({ state: 'refused', sentence: outcome.answer.message });
    else setTest({ state: 'sent', id: outcome.answer.notificationId, tappedAt, answeredAt: Date.now() });
  };
  const asked = test.state === 'sent'
    ? { ...test, arrivedAt: arrivedAt(test.id), notification: notifications?.find(({ id }) => id === test.id) ?? null }
    : test;
  return { ...asked, send: () => { void ask(); } };
}
