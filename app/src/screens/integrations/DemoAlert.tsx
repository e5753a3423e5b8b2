import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Source } from '#domain/ingest/parsed';
import type { Integration } from '#domain/service/service';
import { services } from '../../live/configuration';
import { incident as incidentOf } from '../../live/incidents';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Card, ConfirmSheet, QuietAction, StatusWord } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import './integrations.css';

/** Sends what the tool itself would send, through the whole of Rouse: a real incident, and the way to end it. */
export function DemoAlert({ integration: { id, serviceId, enabled }, tool: { demo, label } }: { integration: Integration; tool: Source }) {
  const service = known(useReadable('services/{id}', services))?.find((each) => each.id === serviceId);
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<{ message: string; incidentId: string | null } | null>(null);
  const saving = useSaving();
  const incident = known(useLive(made?.incidentId ? incidentOf(made.incidentId) : null));
  const isOver = incident?.status === 'resolved';
  const send = async (status: 'firing' | 'resolved') => {
    const answer = await saving.save({ type: 'sendDemoAlert', integrationId: id, status });
    if (answer) setMade((before) => ({ message: answer.message, incidentId: answer.incidentId ?? before?.incidentId ?? null }));
  };
  return (
    <Card title="Try it">
      <div className="configuration-column">
        {made ? (
          <p role="status" data-testid="demo-made">
            {made.incidentId === null ? made.message : <>The demo is <Link className="tabular" to={`/incidents/${made.incidentId}`}>{made.incidentId}</Link>. {incident ? <StatusWord status={incident.status} /> : null}</>}
          </p>
        ) : <p className="quiet">What {label} would send, through the whole of Rouse to somebody’s phone.</p>}
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <div className="configuration-actions">
          {made && !isOver && demo.resolved
            ? <QuietAction outlined icon="check" disabled={saving.busy} onClick={() => { void send('resolved'); }} data-testid="resolve-demo">Resolve the demo</QuietAction>
            : <QuietAction outlined disabled={saving.busy || !enabled} onClick={() => setAsking(true)} data-testid="send-demo">{saving.busy ? 'Sending' : 'Send a demo alert'}</QuietAction>}
        </div>
      </div>
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title="Send a demo alert" confirm="Open the incident and page" onConfirm={() => { void send('firing'); }}>
        <p>This opens a real incident for {service?.name ?? serviceId} and pages whoever is on call.</p>
        <p>{demo.resolved ? 'You can end it here afterwards.' : `${label} cannot say that it is over: resolve the incident itself afterwards.`}</p>
      </ConfirmSheet>
    </Card>
  );
}
