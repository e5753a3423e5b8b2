import { useState } from 'react';
import type { Platform } from '../../device';
import { Card, ChoiceField } from '../../ui';
import { guide, guideNames, guideOf } from './guides';
import type { GuideName } from './guides';

/** What no app can see, and how to set this platform up so that a page is heard; the others are behind a choice. */
export function SystemHelp({ platform }: { platform: Platform }) {
  const own = guideOf(platform);
  const [chosen, choose] = useState<GuideName>(own);
  const { install, allow, loud, limits } = guide(chosen, chosen === own ? platform : undefined);
  return (
    <Card title="So that a page is heard">
      <div className="devices-help">
        <p>No app can see whether do-not-disturb is on, how loud the device is, or whether its silent switch is set. A test page is the proof: send one with the device as it lies at night.</p>
        <ChoiceField label="How to set up" value={chosen} onChange={({ target }) => choose(target.value as GuideName)} data-testid="guide">{/* The options are the names of guides. */}
          {Object.entries(guideNames).map(([name, title]) => <option key={name} value={name}>{title}{name === own ? ' (this device)' : ''}</option>)}
        </ChoiceField>
        <Steps title="Past do-not-disturb, and loud" steps={loud} />
        {chosen === own ? null : <><Steps title="Install" steps={install} /><Steps title="Where notifications are blocked" steps={allow} /></>}
        <p className="quiet small devices-limits">{limits}</p>
      </div>
    </Card>
  );
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3 className="devices-part">{title}</h3>
      <ol className="devices-steps">{steps.map((step) => <li key={step}><span>{step}</span></li>)}</ol>
    </>
  );
}
