import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { MaintenanceNotice } from '#domain/statusPage/notice';
import { ConfirmSheet, QuietAction, say } from '../../../ui';
import { useSending } from '../../incident/useSending';

/** Takes an announcement back, where everybody can read that it was. */
export function CancelMaintenance({ notice: { id, title }, onCancelled }: { notice: MaintenanceNotice; onCancelled: () => void }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { sending, send } = useSending();
  const cancel = async () => {
    if (!(await send('cancel', { type: 'cancelMaintenanceNotice', noticeId: id }))) return;
    onCancelled();
    say(`${title} is cancelled.`, 'good');
    void navigate('/status-page', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" disabled={sending !== null} onClick={() => setAsking(true)} data-testid="cancel-maintenance">Cancel this maintenance</QuietAction>
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title="Cancel this maintenance" confirm="Cancel it for good" tone="danger" onConfirm={() => { void cancel(); }}>
        <p>The page says that it does not take place, and whoever subscribed is told. It stays cancelled: for another time, plan a new one.</p>
      </ConfirmSheet>
    </div>
  );
}
