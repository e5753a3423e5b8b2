import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Integration } from '#domain/service/service';
import { QuietAction, say } from '../../ui';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useSaving } from '../configuration/useSaving';

/** Removes an integration and its keys, once its name is written. */
export function Removal({ integration: { id, name }, onRemoved }: { integration: Integration; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await saving.save({ type: 'removeIntegration', integrationId: id }))) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/integrations', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this integration</QuietAction>
      {asking ? (
        <RemoveSheet name={name} typed saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>From then on, whatever the tool sends is refused and pages nobody. Incidents that it opened stay as they are.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}
