import { useState } from 'react';
import type { Notification } from '#domain/notification/notification';
import { useCommands } from '../../commands/useCommands';
import { PrimaryAction } from '../../ui';

/** A test page: rings like a real one, says that it is none, and how long it took. */
export function AlarmTest({ notification, onDismiss }: { notification: Notification; onDismiss: () => void }) {
  const { send } = useCommands();
  const [arrivedAt] = useState(() => Date.now());
  // Measured here where the receipt is not back yet: the difference is one round trip.
  const took = Math.max(0, (notification.deliveredAt ?? arrivedAt) - notification.createdAt);
  return (
    <>
      <div className="alarm-words">
        <p className="alarm-kind alarm-kind-test">test page</p>
        <h1 id="alarm-title">This phone rang</h1>
        <p className="alarm-elapsed tabular">{(took / 1_000).toFixed(1)} s</p>
        <p className="alarm-why">from asking to ringing. Nothing is wrong: this is a test that you or an admin asked for. If you hear nothing, look at the volume.</p>
      </div>
      <div className="alarm-actions">
        <PrimaryAction
          guarded autoFocus data-testid="alarm-acknowledge"
          onClick={() => { void send({ type: 'recordReceipt', notificationId: notification.id, state: 'seen' }); onDismiss(); }}
        >I heard it</PrimaryAction>
      </div>
    </>
  );
}
