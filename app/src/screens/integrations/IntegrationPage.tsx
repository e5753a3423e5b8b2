import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { sourceOf } from '#domain/ingest/sources';
import { defaultLimitPerMinute } from '#domain/service/service';
import type { Integration } from '#domain/service/service';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { Card, Empty, Icon, QuietAction, Row, Rows, Screen, Stack } from '../../ui';
import { counted } from '../configuration/counted';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { MaintenanceLine } from '../maintenance/MaintenanceLine';
import { ConnectWords } from './ConnectWords';
import { DemoAlert } from './DemoAlert';
import { Events } from './Events';
import { KeyOnce } from './KeyOnce';
import { Refusals } from './Refusals';
import { Removal } from './Removal';
import { RotateSheet } from './RotateSheet';
import { addressOf, labelOf } from './tools';
import { signatureWords } from './signature';
import { useIntegrations } from './useIntegrations';

const back = { to: '/integrations', label: 'Integrations' };

/** One integration: what it sent and what became of it, what was refused, how it is connected, and its key. */
export default function IntegrationPage() {
  const { integrationId = '' } = useParams();
  const live = useIntegrations();
  const integration = known(live)?.find(({ id }) => id === integrationId);
  const [isRemoved, setRemoved] = useState(false);
  const [rotated, setRotated] = useState<{ key: string; at: number } | null>(null);
  const tool = integration && sourceOf(integration.source);
  if (integration && tool && rotated) {
    return (
      <KeyOnce
        title={`New key of ${integration.name}`} back={back} integrationId={integrationId} tool={tool} keyShown={rotated.key} since={rotated.at}
        onDone={() => setRotated(null)}
      />
    );
  }
  return (
    <Screen title={integration?.name ?? 'Integration'} back={back}>
      <Reading live={live} label="Loading this integration">
        {() => {
          if (integration) return <Parts key={integration.id} integration={integration} onRotated={setRotated} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No integration by this address" icon="integrations"><p>It may have been removed. Go back to the list.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function Parts({ integration, onRotated, onRemoved }: {
  integration: Integration; onRotated: (rotated: { key: string; at: number }) => void; onRemoved: () => void;
}) {
  const { id, source, serviceId, keyHint, enabled } = integration;
  const mayChange = useMay('saveIntegration');
  const tool = sourceOf(source);
  return (
    <Stack>
      {enabled ? null : <Card tone="warning"><p>Switched off: what it sends is refused, and nobody is paged by it.</p></Card>}
      <MaintenanceLine serviceId={serviceId} />
      <About integration={integration} mayChange={mayChange} />
      {mayChange ? <Events integrationId={id} /> : null}
      {mayChange ? <Refusals integrationId={id} /> : null}
      {mayChange && tool ? <DemoAlert integration={integration} tool={tool} /> : null}
      <Card flush>
        <Rows label="What else decides">
          <Row to={`/routing/integration/${id}`} start={<Icon name="menu" />} title="Routing rules" detail="Asked before those of the service" />
        </Rows>
      </Card>
      {mayChange && tool ? (
        <Card title="How it is connected">
          <div className="configuration-column">
            <details className="mapping-more">
              <summary>Show the steps again</summary>
              <ConnectWords tool={tool} address={addressOf(source, `…${keyHint}`, location.origin)} masked />
            </details>
            <p className="quiet small">The key ends in <span className="tabular">{keyHint}</span>. Rouse keeps only its hash and cannot show it again: a new key can be made at any time.</p>
            <RotateSheet integration={integration} onRotated={onRotated} />
          </div>
        </Card>
      ) : null}
      {mayChange ? <Removal integration={integration} onRemoved={onRemoved} /> : <p className="quiet small">Only admins change integrations, and see what they send.</p>}
    </Stack>
  );
}

function About({ integration: { id, source, serviceId, enabled, signature, limitPerMinute, mapping }, mayChange }: { integration: Integration; mayChange: boolean }) {
  const service = known(useReadable('services/{id}', services))?.find((each) => each.id === serviceId);
  const navigate = useNavigate();
  return (
    <Card title="About" action={mayChange ? <QuietAction onClick={() => { void navigate(`/integrations/${id}/edit`); }} data-testid="edit">Edit</QuietAction> : null}>
      <Facts>
        <Fact name="Tool">{labelOf(source)}</Fact>
        <Fact name="Service"><Link to={`/services/${serviceId}`}>{service?.name ?? serviceId}</Link></Fact>
        <Fact name="State">{enabled ? 'On' : 'Switched off'}</Fact>
        <Fact name="Signature">{signatureWords(signature)}</Fact>
        {source === 'generic' ? <Fact name="Fields">{mapping ? 'Its own' : 'The usual ones'}</Fact> : null}
        <Fact name="Limit">{counted(limitPerMinute ?? defaultLimitPerMinute, 'request')} a minute</Fact>
      </Facts>
    </Card>
  );
}
