import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Alarm } from '#domain/notification/alarm';
import { clockTime } from '#domain/time/words';
import type { useFacts } from '../../live/useFacts';
import { usePerson } from '../../session/useSession';
import { QuietAction, useNow } from '../../ui';
import { ToastLine } from '../../ui/ToastLine';
import { AlarmEnded } from './AlarmEnded';
import { AlarmPage } from './AlarmPage';
import { AlarmTest } from './AlarmTest';
import { AlarmRequest } from './AlarmRequest';
import { ringingRequest } from './asked';
import { isNight, sounds } from './silence';
import { alarmSound } from './sound';
import './alarm.css';

type Props = {
  alarm: Alarm; ended: boolean; others: readonly Alarm[]; facts: ReturnType<typeof useFacts>;
  onTouch: () => void; onDismiss: () => void;
  /** Leaves the alarm for a screen; the pages of these incidents have been taken notice of. */
  onLeave: (incidentIds: readonly string[], to: string) => void;
};

/**
 * A dialog in the browser's top layer: nothing behind it can be touched, and focus stays inside. Escape silences; it never
 * closes, because a page must not vanish by a key that was meant for something else.
 */
export function AlarmDialog({ alarm, ended, others, facts, onTouch, onLeave, onDismiss }: Props) {
  const { timeZone } = usePerson();
  const dialog = useRef<HTMLDialogElement>(null);
  const [silencedAt, setSilencedAt] = useState<number | null>(null);
  const now = useNow();
  const ringing = (ended ? others : [alarm, ...others]).map(({ notification }) => notification);
  const loud = sounds(ringing, silencedAt, now);
  const sound = useSyncExternalStore(alarmSound.subscribe, alarmSound.current);

  useEffect(() => { if (dialog.current && !dialog.current.open) dialog.current.showModal(); }, []);
  useEffect(() => {
    if (!loud) return undefined;
    alarmSound.start();
    return () => alarmSound.stop();
  }, [loud]);

  const silence = () => setSilencedAt(Date.now());
  // Chromium lets a page prevent one `cancel` per touch or key; the next Escape or back closes all the same.
  const reopen = () => {
    if (!dialog.current?.isConnected || dialog.current.open) return;
    silence();
    dialog.current.showModal();
  };
  const { incident, notification } = alarm;
  const request = incident === null ? null : ringingRequest({ notification, incident });
  const shared = { silencedAt: loud ? null : silencedAt, onSilence: silence };
  return (
    <dialog
      ref={dialog} className={`alarm${isNight(clockTime(now, timeZone)) ? ' rouse-night' : ''}${loud ? ' alarm-loud' : ''}`} data-testid="alarm"
      data-incident-id={incident?.id} aria-labelledby="alarm-title" onPointerDown={onTouch} onKeyDown={onTouch}
      onCancel={(event) => { event.preventDefault(); silence(); }} onClose={reopen}
    >
      <div className="alarm-inside">
        {loud && sound === 'blocked' ? (
          <QuietAction outlined icon="silence" onClick={() => { void alarmSound.unlock(); }} data-testid="alarm-sound-blocked">Sound blocked. Tap once.</QuietAction>
        ) : null}
        {ended && incident ? <AlarmEnded incident={incident} notification={notification} others={others} onDismiss={onDismiss} />
          : incident === null ? <AlarmTest key={notification.id} notification={notification} onDismiss={onDismiss} />
          : request !== null ? <AlarmRequest key={request.id} incident={incident} request={request} others={others} facts={facts} onLeave={onLeave} {...shared} />
          : <AlarmPage key={incident.id} alarm={{ notification, incident }} others={others} facts={facts} onLeave={onLeave} {...shared} />}
      </div>
      <ToastLine />
    </dialog>
  );
}
