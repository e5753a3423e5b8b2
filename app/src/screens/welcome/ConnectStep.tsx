import { useState } from 'react';
import { SegmentPanel, Segments } from '../../ui';
import { CodeBlock } from './CodeBlock';
import { alertmanagerSnippet, curlSnippet } from './snippets';
import type { Ground } from './useGround';

const ways = [{ key: 'alertmanager', title: 'Alertmanager' }, { key: 'curl', title: 'Anything else' }] as const;

/** The address for the team's own monitoring, ready to be pasted. */
export function ConnectStep({ ground: { service, key } }: { ground: Extract<Ground, { state: 'ready' }> }) {
  const [way, setWay] = useState<'alertmanager' | 'curl'>('alertmanager');
  const { origin } = location;
  return (
    <>
      <p>Alerts sent to this address page whoever is on call for {service.name}. The key in it is the secret: whoever has it can page you.</p>
      <Segments label="Your monitoring" segments={ways} current={way} onChange={setWay} />
      <SegmentPanel segment={way}>
        {way === 'alertmanager'
          ? <CodeBlock label="alertmanager.yml" code={alertmanagerSnippet(origin, key)} />
          : <CodeBlock label="An alert by hand" code={curlSnippet(origin, key)} />}
      </SegmentPanel>
      <p className="quiet small">
        {way === 'alertmanager'
          ? 'Alertmanager groups alerts itself: one group becomes one incident, and its end ends the incident.'
          : 'The same dedupKey again only counts. Send it with "status":"resolved" to end it.'}
      </p>
    </>
  );
}
