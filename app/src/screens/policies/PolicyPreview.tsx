import { useDeferredValue, useMemo, useState } from 'react';
import type { EscalationPolicy } from '#domain/escalation/policy';
import { Severity } from '#domain/incident/severity';
import { resolveWallTime, wallTimeAt, WallTime } from '#domain/time/zone';
import { useZone } from '../../session/useZone';
import { Card, Field, useMinute } from '../../ui';
import { PreviewTimeline } from '../coverage/PreviewTimeline';
import { urgencyWords } from '../coverage/urgencyWords';
import { InlineChoice } from './Inline';
import { previewOf } from './previewOf';
import type { PolicyFacts } from './usePolicyFacts';

/** What the policy would do as it is written now, message by message: by the same rules as the server, and nothing is sent. */
export function PolicyPreview({ policy, facts }: { policy: EscalationPolicy | null; facts: PolicyFacts }) {
  const zone = useZone();
  const now = useMinute();
  const services = useMemo(() => Object.values(facts.services).sort((a, b) => a.name.localeCompare(b.name)), [facts.services]);
  const own = services.find(({ policyId }) => policyId === policy?.id) ?? services[0];
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [severity, setSeverity] = useState<Severity>('SEV1');
  const [local, setLocal] = useState<string | null>(null);
  const service = services.find(({ id }) => id === serviceId) ?? own;
  const at = local !== null && WallTime.safeParse(local).success ? resolveWallTime(local, zone, 'first') : now;
  // It runs a day ahead: whoever types does not wait for it.
  const shown = useDeferredValue(policy);
  const preview = useMemo(() => previewOf(shown, service, severity, facts, at), [shown, service, severity, facts, at]);
  return (
    <Card title="What it would do">
      <p className="policy-words">
        <span>If</span>
        <InlineChoice label="Severity" value={severity} onChange={({ target }) => setSeverity(Severity.options.find((each) => each === target.value) ?? severity)}>
          {Severity.options.map((each) => <option key={each} value={each}>{each}</option>)}
        </InlineChoice>
        {service === undefined ? null : (
          <>
            <span>of</span>
            <InlineChoice label="Service" value={service.id} onChange={({ target }) => setServiceId(target.value)}>
              {services.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </InlineChoice>
          </>
        )}
        <span>fires</span>
        <InlineChoice label="When" value={local === null ? 'now' : 'at'} onChange={({ target }) => setLocal(target.value === 'now' ? null : wallTimeAt(now, zone))}>
          <option value="now">now</option>
          <option value="at">at another time</option>
        </InlineChoice>
      </p>
      {local === null ? null : <div className="policy-when"><Field label="At" type="datetime-local" value={local} hint={`In your time zone, ${zone.replaceAll('_', ' ')}.`} onChange={(event) => setLocal(event.target.value)} /></div>}
      {preview === null ? <p className="quiet">Name somebody first; then this says who hears what, and when.</p> : (
        <>
          <p className="coverage-urgency">{urgencyWords(preview.urgency)}</p>
          <PreviewTimeline preview={preview} now={now} zone={zone} />
          <p className="quiet small policy-note">Each person’s own rules decide between push, SMS, call and e-mail. Nothing is sent by looking.</p>
        </>
      )}
    </Card>
  );
}
