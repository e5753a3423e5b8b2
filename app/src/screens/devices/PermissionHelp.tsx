import type { Platform } from '../../device';
import { deviceWord } from '../../device';
import { Card } from '../../ui';
import { unblockSteps } from './steps';

/** How to undo "Block": a browser lets nobody ask again, so the person has to find the switch. */
export function PermissionHelp({ platform }: { platform: Platform }) {
  return (
    <Card title="How to unblock notifications">
      <div className="devices-help">
        <ol className="devices-steps">{unblockSteps(platform).map((step) => <li key={step}><span>{step}</span></li>)}</ol>
        <p className="quiet small" style={{ marginTop: 10 }}>Until then this {deviceWord(platform)} only rings while you look at Rouse.</p>
      </div>
    </Card>
  );
}
