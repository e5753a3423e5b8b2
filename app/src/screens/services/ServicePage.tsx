import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { Service } from '#domain/service/service';
import { policies, runbooks, services } from '../../live/configuration';
import { holidayCalendars } from '../../live/holidayCalendars';
import { known } from '../../live/live';
import { Card, Empty, Icon, QuietAction, Row, Rows, say, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { MaintenanceLine } from '../maintenance/MaintenanceLine';
import { groupingWords } from './grouping';
import { pagesNobody } from './policy';
import { supportWords } from './supportHours';
import { OpenIncidents, RecentChanges } from './Lately';
import { VendorsCard } from './VendorsCard';
import { ServiceHeartbeats, ServiceIntegrations } from './Reports';

/** One service: who is paged, what is open, what reports on it, and what changed. */
export default function ServicePage() {
  const { serviceId = '' } = useParams();
  const live = useReadable('services/{id}', services);
  const service = known(live)?.find(({ id }) => id === serviceId);
  const [isRemoved, setRemoved] = useState(false);
  return (
    <Screen title={service?.name ?? 'Service'} back={{ to: '/services', label: 'Services' }}>
      <Reading live={live} label="Loading this service">
        {() => {
          if (service) return <Parts service={service} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No service by this address" icon="services"><p>It may have been removed. Go back to the list.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function Parts({ service, onRemoved }: { service: Service; onRemoved: () => void }) {
  const mayChange = useMay('saveService');
  return (
    <Stack>
      <MaintenanceLine serviceId={service.id} />
      <About service={service} mayChange={mayChange} />
      <VendorsCard vendors={service.vendors ?? []} />
      <OpenIncidents serviceId={service.id} />
      <ServiceIntegrations serviceId={service.id} mayChange={mayChange} />
      <ServiceHeartbeats serviceId={service.id} mayChange={mayChange} />
      <Card flush>
        <Rows label="What else decides">
          <Row to={`/coverage/preview?service=${encodeURIComponent(service.id)}`} start={<Icon name="onCall" />} title="Who is paged?" detail="At any time, on what, and after whom" />
          <Row to={`/routing/service/${service.id}`} start={<Icon name="menu" />} title="Routing rules" detail="What an alert becomes: its severity, its service, or nothing" />
          <Row to={`/maintenance?service=${service.id}`} start={<Icon name="maintenance" />} title="Maintenance" detail="Windows in which alerts do not page" />
        </Rows>
      </Card>
      <RecentChanges serviceId={service.id} />
      {mayChange ? <Removal service={service} onRemoved={onRemoved} /> : <p className="quiet small">Only admins change services.</p>}
    </Stack>
  );
}

function About({ service: { id, description, policyId, runbookId, grouping, supportHours }, mayChange }: { service: Service; mayChange: boolean }) {
  const everyPolicy = known(useReadable('escalationPolicies/{id}', policies));
  const everyRunbook = known(useReadable('runbooks/{id}', runbooks));
  const calendars = known(useReadable('holidayCalendars/{id}', holidayCalendars)) ?? [];
  const policy = everyPolicy?.find((each) => each.id === policyId);
  const runbook = everyRunbook?.find((each) => each.id === runbookId);
  return (
    <Card title="About" action={mayChange ? <EditLink to={`/services/${id}/edit`} /> : null}>
      {description === '' ? null : <p style={{ marginBottom: 10 }}>{description}</p>}
      <Facts>
        <Fact name="Escalation policy">{policy ? <Link to={`/policies/${policy.id}`}>{policy.name}</Link> : (everyPolicy ? `${pagesNobody}: the admins are paged` : '…')}</Fact>
        <Fact name="Runbook">{runbook ? <Link to={`/runbooks/${runbook.id}`}>{runbook.title}</Link> : (everyRunbook ? 'None' : '…')}</Fact>
        <Fact name="Support hours">{supportWords(supportHours, calendars)}</Fact>
        <Fact name="One incident is">{groupingWords(grouping)}</Fact>
      </Facts>
    </Card>
  );
}

function EditLink({ to }: { to: string }) {
  const navigate = useNavigate();
  return <QuietAction onClick={() => { void navigate(to); }} data-testid="edit">Edit</QuietAction>;
}

function Removal({ service: { id, name }, onRemoved }: { service: Service; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    const answer = await saving.save({ type: 'removeService', serviceId: id });
    if (!answer) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/services', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this service</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>Its past incidents stay as they are. While an integration or a heartbeat reports on it, or an incident of it is open, it cannot be removed.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}
