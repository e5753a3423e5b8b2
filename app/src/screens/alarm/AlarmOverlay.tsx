import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAlarms, useHeld } from './useAlarms';
import { AlarmDialog } from './AlarmDialog';
import { putAside } from './aside';
import { useReceipts } from './useReceipts';

/** The alarm, over whatever screen is open, while pages ring for the reader. */
export default function AlarmOverlay() {
  const navigate = useNavigate();
  const { ringing, alarms, facts } = useAlarms();
  const { held, ended, dismiss } = useHeld(alarms);
  const { seen } = useReceipts(ringing);
  useEffect(() => {
    const onVisible = () => { if (document.visibilityState === 'visible') seen(); };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  });
  if (!held) return null;
  return (
    <AlarmDialog
      alarm={held} ended={ended} others={alarms.filter(({ notification }) => notification.id !== held.notification.id)} facts={facts} onTouch={seen}
      onLeave={(ids, to) => {
        for (const id of ids) putAside(id);
        dismiss();
        void navigate(to);
      }}
      onDismiss={() => { putAside(held.incident?.id ?? held.notification.id); dismiss(); }}
    />
  );
}
