import { useEffect, useRef } from 'react';
import type { Alarm } from '#domain/notification/alarm';
import { useCommands } from '../../commands/useCommands';

/**
 * Tells the backend that a page arrived here, once per page. `seen` is only said when a person shows themselves, by a
 * touch or by opening the app: an unattended laptop must not stand for somebody awake.
 */
export function useReceipts(alarms: readonly Alarm[]): { seen: () => void } {
  const { send } = useCommands();
  const told = useRef(new Set<string>());
  const ringing = useRef(alarms);
  useEffect(() => {
    ringing.current = alarms;
    for (const { notification: { id, deliveredAt } } of alarms) {
      if (deliveredAt !== null || told.current.has(`delivered ${id}`)) continue;
      told.current.add(`delivered ${id}`);
      void send({ type: 'recordReceipt', notificationId: id, state: 'delivered' });
    }
  }, [alarms, send]);
  const seen = () => {
    for (const { notification: { id, seenAt, kind } } of ringing.current) {
      // A test rings until it is answered for: its own button says so.
      if (seenAt !== null || kind === 'test' || told.current.has(`seen ${id}`)) continue;
      told.current.add(`seen ${id}`);
      void send({ type: 'recordReceipt', notificationId: id, state: 'seen' });
    }
  };
  return { seen };
}
