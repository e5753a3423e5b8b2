import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Destination } from '#domain/destination/destination';
import { policies, services } from '../../live/configuration';
import { destinations } from '../../live/destinations';
import { known } from '../../live/live';
import { Card, Empty, QuietAction, say, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { kinds } from './kinds';
import { TestCard } from './TestCard';
import { VerifyCard } from './VerifyCard';

/** One destination: where it leads, what it is told of, and whether a message arrives. */
export default function DestinationPage() {
  const { destinationId = '' } = useParams();
  const live = useReadable('destinations/{id}', destinations);
  const destination = known(live)?.find(({ id }) => id === destinationId);
  const [isRemoved, setRemoved] = useState(false);
  return (
    <Screen title={destination?.name ?? 'Destination'} back={{ to: '/destinations', label: 'Destinations' }}>
      <Reading live={live} label="Loading this destination">
        {() => {
          if (destination) return <Parts destination={destination} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No destination by this address" icon="integrations"><p>It may have been removed. Go back to the list.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function Parts({ destination, onRemoved }: { destination: Destination; onRemoved: () => void }) {
  const { id, kind, host, enabled, serviceIds } = destination;
  const mayChange = useMay('saveDestination');
  const navigate = useNavigate();
  const everyService = known(useReadable('services/{id}', services));
  const everyPolicy = known(useReadable('escalationPolicies/{id}', policies));
  const using = everyPolicy?.filter(({ steps }) => steps.some(({ targets }) => targets.some((target) => target.kind === 'destination' && target.destinationId === id))).map(({ name }) => name);
  const names = serviceIds.map((serviceId) => everyService?.find((service) => service.id === serviceId)?.name ?? serviceId).sort();
  return (
    <Stack>
      <Card title="About" action={mayChange ? <QuietAction onClick={() => { void navigate(`/destinations/${id}/edit`); }} data-testid="edit">Edit</QuietAction> : null}>
        <Facts>
          <Fact name="Kind">{kinds[kind].title}</Fact>
          <Fact name="Address">{host}, kept secret</Fact>
          <Fact name="State">{enabled ? 'On' : 'Off: it is told nothing'}</Fact>
          <Fact name="Told of every incident of">{names.length === 0 ? 'no service' : names.join(', ')}</Fact>
          <Fact name="A step of">{using === undefined ? '…' : using.length === 0 ? 'no policy' : using.join(', ')}</Fact>
        </Facts>
      </Card>
      {mayChange ? <TestCard destination={destination} /> : null}
      {kind === 'webhook' ? <VerifyCard /> : null}
      {mayChange ? <Removal destination={destination} onRemoved={onRemoved} /> : <p className="quiet small">Only admins change destinations.</p>}
    </Stack>
  );
}

function Removal({ destination: { id, name }, onRemoved }: { destination: Destination; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await saving.save({ type: 'removeDestination', destinationId: id }))) return;
    onRemoved();
    say(`${name} is removed.`, 'good');
    void navigate('/destinations', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this destination</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>It is told nothing from then on, and its address is forgotten: to have it back, enter it anew. While a policy names it, it cannot be removed.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}
