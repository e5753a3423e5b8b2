import { useNavigate } from 'react-router-dom';
import type { Integration, Service } from '#domain/service/service';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { Card, Empty, IconAction, PrimaryAction, Rows, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { IntegrationRow } from './IntegrationRow';
import { useIntegrations } from './useIntegrations';

/** What reports, by service: each tool with its last event, and whether something of it was refused. */
export default function Integrations() {
  const live = useIntegrations();
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const mayChange = useMay('createIntegration');
  const navigate = useNavigate();
  const add = () => { void navigate('/integrations/new'); };
  return (
    <Screen
      title="Integrations" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="Connect a tool" icon="plus" onClick={add} data-testid="new-integration" /> : null}
    >
      <Reading live={live} label="Loading integrations">
        {(all) => {
          const groups = byService(all, everyService);
          return groups.length > 0 ? (
            <Stack>
              {groups.map(({ id, name, own }) => (
                <Card key={id} flush title={name}><Rows label={name}>{own.map((integration) => <IntegrationRow key={integration.id} integration={integration} />)}</Rows></Card>
              ))}
              {mayChange ? null : <p className="quiet small">Only admins connect tools, and see what they send.</p>}
            </Stack>
          ) : (
            <Empty title="Nothing reports yet" icon="integrations" action={mayChange ? <PrimaryAction icon="plus" onClick={add}>Connect a tool</PrimaryAction> : null}>
              <p>Connect what watches your systems, such as Grafana or CloudWatch. Its alerts then page whoever is on call.</p>
            </Empty>
          );
        }}
      </Reading>
    </Screen>
  );
}

/** The tools of each service, by name. */
function byService(all: readonly Integration[], services: readonly Service[]): { id: string; name: string; own: Integration[] }[] {
  return [...new Set(all.map(({ serviceId }) => serviceId))].map((id) => ({
    id, name: services.find((service) => service.id === id)?.name ?? id,
    own: all.filter(({ serviceId }) => serviceId === id).sort((a, b) => a.name.localeCompare(b.name)),
  })).sort((a, b) => a.name.localeCompare(b.name));
}
