import { useNavigate } from 'react-router-dom';
import { heartbeats } from '../../live/heartbeats';
import { known } from '../../live/live';
import { Card, QuietAction, Row, Rows } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import { HeartbeatMark } from '../heartbeats/HeartbeatMark';
import { useHeartbeatWords } from '../heartbeats/useHeartbeatWords';
import { IntegrationRow } from '../integrations/IntegrationRow';
import { useIntegrations } from '../integrations/useIntegrations';

/** The tools that report on a service. */
export function ServiceIntegrations({ serviceId, mayChange }: { serviceId: string; mayChange: boolean }) {
  const navigate = useNavigate();
  const own = (known(useIntegrations()) ?? []).filter((each) => each.serviceId === serviceId);
  const add = mayChange ? <QuietAction icon="plus" onClick={() => { void navigate(`/integrations/new?service=${encodeURIComponent(serviceId)}`); }}>Connect a tool</QuietAction> : null;
  return (
    <Card flush title="Integrations" action={add}>
      {own.length === 0
        ? <p className="configuration-empty">No tool reports on it yet, so nothing can page.</p>
        : <Rows label="Integrations">{own.map((integration) => <IntegrationRow key={integration.id} integration={integration} />)}</Rows>}
    </Card>
  );
}

/** The dead-man switches of a service. */
export function ServiceHeartbeats({ serviceId, mayChange }: { serviceId: string; mayChange: boolean }) {
  const navigate = useNavigate();
  const words = useHeartbeatWords();
  const own = (known(useReadable('heartbeats/{id}', heartbeats)) ?? []).filter((each) => each.serviceId === serviceId);
  const add = mayChange ? <QuietAction icon="plus" onClick={() => { void navigate(`/heartbeats/new?service=${encodeURIComponent(serviceId)}`); }}>New heartbeat</QuietAction> : null;
  return (
    <Card flush title="Heartbeats" action={add}>
      {own.length === 0 ? <p className="configuration-empty">None. A heartbeat pages when a job that should report stops doing so.</p> : (
        <Rows label="Heartbeats">
          {own.map((heartbeat) => (
            <Row
              key={heartbeat.id} to={`/heartbeats/${heartbeat.id}`} start={<HeartbeatMark heartbeat={heartbeat} />} title={heartbeat.name}
              detail={<span className="tabular">{words(heartbeat)}</span>}
            />
          ))}
        </Rows>
      )}
    </Card>
  );
}
