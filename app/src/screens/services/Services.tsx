import { useMatch, useNavigate } from 'react-router-dom';
import type { Service } from '#domain/service/service';
import { policies, services } from '../../live/configuration';
import { openIncidents } from '../../live/incidents';
import { known } from '../../live/live';
import { maintenanceWindows } from '../../live/maintenance';
import { Card, Empty, Icon, IconAction, PrimaryAction, Row, Rows, Screen, Stack, useNow } from '../../ui';
import { counted } from '../configuration/counted';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { useIntegrations } from '../integrations/useIntegrations';
import { runningAt } from '../maintenance/running';
import { pagesNobody } from './policy';

/** What can break: who is paged for it, what reports on it, and what is open. */
export default function Services() {
  const live = useReadable('services/{id}', services);
  const mayChange = useMay('saveService');
  const navigate = useNavigate();
  const add = () => { void navigate('/services/new'); };
  return (
    <Screen
      title="Services" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="New service" icon="plus" onClick={add} data-testid="new-service" /> : null}
    >
      <Reading live={live} label="Loading services">
        {(all) => (all.length > 0 ? <List all={all} /> : (
          <Empty title="No services yet" icon="services" action={mayChange ? <PrimaryAction icon="plus" onClick={add}>New service</PrimaryAction> : null}>
            <p>A service is something that breaks as a whole, such as Checkout. Its escalation policy says who is paged then.</p>
          </Empty>
        ))}
      </Reading>
    </Screen>
  );
}

function List({ all }: { all: readonly Service[] }) {
  const everyPolicy = known(useReadable('escalationPolicies/{id}', policies));
  const everyIntegration = known(useIntegrations());
  const open = known(useReadable('incidents/{id}', openIncidents)) ?? [];
  const windows = known(useReadable('maintenanceWindows/{id}', maintenanceWindows)) ?? [];
  const now = useNow();
  const current = useMatch('/services/:serviceId')?.params.serviceId;
  return (
    <Stack>
      <Card flush>
        <Rows label="Services">
          {[...all].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name, policyId }) => {
            const incidents = open.filter(({ serviceId }) => serviceId === id).length;
            const tools = everyIntegration?.filter(({ serviceId }) => serviceId === id).length;
            const policy = everyPolicy?.find((each) => each.id === policyId)?.name ?? (everyPolicy ? pagesNobody : '…');
            return (
              <Row
                key={id} to={`/services/${id}`} current={id === current} start={<Icon name="services" />} title={name} data-testid="service-row"
                detail={[policy, tools === undefined ? '…' : tools === 0 ? 'no tool reports on it' : counted(tools, 'integration'), ...(runningAt(windows, now, id).length > 0 ? ['in maintenance'] : [])].join(' · ')}
                end={incidents === 0 ? null : <span className="tabular">{incidents} open</span>}
              />
            );
          })}
        </Rows>
      </Card>
    </Stack>
  );
}
