import type { Platform } from '../../device';
import { Card } from '../../ui';
import { installReason, installSteps } from './steps';

/** How to install Rouse here, and what for. */
export function InstallHelp({ platform }: { platform: Platform }) {
  const steps = installSteps(platform);
  return (
    <Card title="Install Rouse">
      <div className="devices-help">
        <p style={{ marginBottom: 10 }}>{installReason(platform)}</p>
        {steps.length === 1
          ? <p className="quiet">{steps[0]}</p>
          : <ol className="devices-steps">{steps.map((step) => <li key={step}><span>{step}</span></li>)}</ol>}
      </div>
    </Card>
  );
}
