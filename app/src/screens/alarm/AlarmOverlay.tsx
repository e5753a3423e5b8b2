import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Alarm } from '#domain/notification/alarm';
import { showBadge } from '../../device/badge';
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
  // All that page, those too that were put aside: the number on the icon is not about this screen.
  const paging = ringing.filter(({ incident }) => incident !== null).length;
  useEffect(() => { showBadge(paging); }, [paging]);
  useEffect(() => {
    const onVisible = () => { if (document.visibilityState === 'visible') seen(); };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  });
  if (!held) return null;
  const keyOf = ({ incident, notification }: Alarm) => incident?.id ?? notification.id;
  const putAsideAll = (key: string) =>
    putAside(key, [held, ...alarms].filter((alarm) => keyOf(alarm) === key).map(({ notification }) => notification));
  return (
    <AlarmDialog
      alarm={held} ended={ended} others={alarms.filter(({ notification }) => notification.id !== held.notification.id)} facts={facts} onTouch={seen}
      onLeave={(ids, to) => {
        for (const id of ids) putAsideAll(id);
        dismiss();
        void navigate(to);
      }}
      onDismiss={() => { putAsideAll(keyOf(held)); dismiss(); }}
    />
  );
}
