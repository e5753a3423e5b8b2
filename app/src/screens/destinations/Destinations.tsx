import { useMatch, useNavigate } from 'react-router-dom';
import { services } from '../../live/configuration';
import { destinations } from '../../live/destinations';
import { known } from '../../live/live';
import { Card, Empty, IconAction, PrimaryAction, Row, Rows, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { ChannelMark } from '../coverage/ChannelMark';
import { follows, kinds } from './kinds';

/** Chat channels and webhooks that are told of incidents: each with its kind, its host, and what it hears of. */
export default function Destinations() {
  const live = useReadable('destinations/{id}', destinations);
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const mayChange = useMay('saveDestination');
  const navigate = useNavigate();
  const current = useMatch('/destinations/:destinationId')?.params.destinationId;
  const add = () => { void navigate('/destinations/new'); };
  return (
    <Screen
      title="Destinations" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="New destination" icon="plus" onClick={add} data-testid="new-destination" /> : null}
    >
      <Reading live={live} label="Loading destinations">
        {(all) => (all.length === 0 ? (
          <Empty title="Nothing is told yet" icon="integrations" action={mayChange ? <PrimaryAction icon="plus" onClick={add}>New destination</PrimaryAction> : null}>
            <p>A destination is a Slack or Teams channel, or a webhook of your own. It is told of incidents beside the people who are paged; it wakes nobody by itself.</p>
          </Empty>
        ) : (
          <Stack>
            <Card flush>
              <Rows label="Destinations">
                {[...all].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name, kind, host, enabled, serviceIds }) => (
                  <Row
                    key={id} to={`/destinations/${id}`} current={id === current} start={<ChannelMark channel={kind} size={24} />} title={name} data-testid="destination-row"
                    detail={`${kinds[kind].title} · ${host} · ${enabled ? follows(serviceIds, everyService) : 'switched off'}`}
                  />
                ))}
              </Rows>
            </Card>
            {mayChange ? null : <p className="quiet small">Only admins change destinations.</p>}
          </Stack>
        ))}
      </Reading>
    </Screen>
  );
}
