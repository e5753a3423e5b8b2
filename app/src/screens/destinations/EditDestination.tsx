import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Destination } from '#domain/destination/destination';
import type { Service } from '#domain/service/service';
import { services } from '../../live/configuration';
import { destinations } from '../../live/destinations';
import { known } from '../../live/live';
import { Card, Empty, Failure, Field, Screen, say } from '../../ui';
import { readFailures } from '../../words/errors';
import { Check, Choices } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { Checks } from '../people/Checks';
import { addressProblem, kindOptions, kinds } from './kinds';
import { SecretOnce } from './SecretOnce';
import './destinations.css';

/** Makes a destination, or changes one. */
export default function EditDestination() {
  const { destinationId } = useParams();
  const mayChange = useMay('saveDestination');
  const live = useReadable('destinations/{id}', destinations);
  const everyService = known(useReadable('services/{id}', services));
  const destination = known(live)?.find(({ id }) => id === destinationId) ?? null;
  const title = destinationId === undefined ? 'New destination' : 'Edit destination';
  const back = destinationId === undefined ? { to: '/destinations', label: 'Destinations' } : { to: `/destinations/${destinationId}`, label: 'The destination' };
  if (mayChange && everyService && (destination || (destinationId === undefined && known(live)))) {
    return <Form key={destinationId ?? 'new'} destination={destination} services={everyService} title={title} back={back} />;
  }
  return (
    <Screen title={title} back={back}>
      {mayChange
        ? <Reading live={live} label="Loading this destination">{() => (destination || destinationId === undefined ? null : <Empty title="No destination by this address"><p>It may have been removed.</p></Empty>)}</Reading>
        : <Failure title={readFailures.denied.title}><p>Only admins change destinations.</p></Failure>}
    </Screen>
  );
}

function Form({ destination, services: all, title, back }: { destination: Destination | null; services: readonly Service[]; title: string; back: { to: string; label: string } }) {
  const navigate = useNavigate();
  const saving = useSaving();
  const [name, setName] = useState(destination?.name ?? '');
  const [kind, setKind] = useState<Destination['kind']>(destination?.kind ?? 'slack');
  const [url, setUrl] = useState('');
  const [serviceIds, setServiceIds] = useState<string[]>(destination?.serviceIds ?? []);
  const [enabled, setEnabled] = useState(destination?.enabled ?? true);
  const [made, setMade] = useState<{ id: string | undefined; secret: string } | null>(null);

  const leave = (id: string | undefined) => { void navigate(id === undefined ? '/destinations' : `/destinations/${id}`, { replace: true }); };
  const save = async () => {
    const typed = url.trim();
    const wrong = typed === '' && destination !== null ? null : addressProblem(typed);
    const issues = [...(name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []), ...(wrong === null ? [] : [{ path: 'url', message: wrong }])];
    if (issues.length > 0) return saving.refuse('Not saved yet. Look at what is marked.', issues);
    const answer = await saving.save({ type: 'saveDestination', destinationId: destination?.id ?? null, name: name.trim(), kind, enabled, serviceIds, url: typed === '' ? null : typed });
    if (!answer) return;
    const id = answer.savedId ?? destination?.id;
    if (answer.key !== undefined) return setMade({ id, secret: answer.key });
    say('Saved. Send a test message to see it arrive.', 'good');
    leave(id);
  };
  if (made !== null) return <SecretOnce name={name.trim()} secret={made.secret} onDone={() => leave(made.id)} />;
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Name" placeholder="#incidents" value={name} maxLength={80} error={saving.issueAt('name', 'The name')} hint="As people call it: policies show it." onChange={(event) => setName(event.target.value)} />
      {destination === null ? <Choices legend="Kind" options={kindOptions} chosen={kind} onChange={setKind} /> : null}
      <Card title={destination === null ? 'How to get the address' : `A new address for ${kinds[kind].title}`}>
        <ol className="destination-steps">{kinds[kind].steps.map((step) => <li key={step}>{step}</li>)}</ol>
      </Card>
      <Field
        label="Address" type="url" inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} value={url} placeholder={kinds[kind].placeholder} error={saving.issueAt('url', 'The address')}
        hint={destination === null ? 'Kept encrypted and never shown again: whoever has it may post there.' : `Leave it empty to keep the one at ${destination.host}.`} onChange={(event) => setUrl(event.target.value)}
      />
      <Checks
        legend="Told of every incident of" options={[...all].sort((a, b) => a.name.localeCompare(b.name))} chosen={serviceIds} onChange={setServiceIds} nothing="No services yet."
      />
      <p className="quiet small">Triggered, acknowledged, resolved. A step of a policy may tell it besides.</p>
      <Check label="On" detail={enabled ? 'It is told.' : 'Off: it is told nothing, also where a policy names it.'} checked={enabled} onChange={setEnabled} />
    </EditScreen>
  );
}
