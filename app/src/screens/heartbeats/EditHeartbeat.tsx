import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { Heartbeat } from '#domain/heartbeat/heartbeat';
import { Severity } from '#domain/incident/severity';
import type { Service } from '#domain/service/service';
import { services } from '../../live/configuration';
import { heartbeats } from '../../live/heartbeats';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { ChoiceField, Empty, Failure, Field, Screen, say } from '../../ui';
import { readFailures } from '../../words/errors';
import { Check } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { LengthField } from './LengthField';
import { PingOnce } from './PingOnce';
import { lengthDraftOf, secondsOf } from './units';

/** Makes a heartbeat, or changes one. A new one's key is shown once. */
export default function EditHeartbeat() {
  const { heartbeatId } = useParams();
  const mayChange = useMay('saveHeartbeat');
  const live = useReadable('heartbeats/{id}', heartbeats);
  const everyService = useReadable('services/{id}', services);
  const all = known(live);
  const listed = known(everyService);
  const heartbeat = all?.find(({ id }) => id === heartbeatId) ?? null;
  if (mayChange && all && listed && (heartbeat || heartbeatId === undefined)) return <Form key={heartbeatId ?? 'new'} heartbeat={heartbeat} services={listed} />;
  return (
    <Screen title={heartbeatId === undefined ? 'New heartbeat' : 'Edit heartbeat'} back={{ to: '/heartbeats', label: 'Heartbeats' }}>
      {!mayChange ? <Failure title={readFailures.denied.title}><p>Only admins change heartbeats.</p></Failure> : (
        <Reading live={live} label="Loading this heartbeat">
          {() => <Reading live={everyService} label="Loading services">{() => <Empty title="No heartbeat by this address"><p>It may have been removed.</p></Empty>}</Reading>}
        </Reading>
      )}
    </Screen>
  );
}

function Form({ heartbeat: given, services: all }: { heartbeat: Heartbeat | null; services: readonly Service[] }) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const saving = useSaving();
  const { severities } = useFacts();
  // As it was when the form was opened: a ping meanwhile changes the document, not the form.
  const [heartbeat] = useState(given);
  const [name, setName] = useState(heartbeat?.name ?? '');
  const [chosen, setChosen] = useState(heartbeat?.serviceId ?? search.get('service') ?? '');
  const [period, setPeriod] = useState(lengthDraftOf(heartbeat?.periodSeconds ?? 86_400));
  const [grace, setGrace] = useState(lengthDraftOf(heartbeat?.graceSeconds ?? 3_600));
  const [severity, setSeverity] = useState<Severity>(heartbeat?.severity ?? 'SEV3');
  const [enabled, setEnabled] = useState(heartbeat?.enabled ?? true);
  const [made, setMade] = useState<{ id: string; key: string; periodSeconds: number } | null>(null);
  const serviceId = chosen || (all.length === 1 ? (all[0]?.id ?? '') : '');
  const back = heartbeat ? { to: `/heartbeats/${heartbeat.id}`, label: 'The heartbeat' } : { to: '/heartbeats', label: 'Heartbeats' };

  const save = async () => {
    const periodSeconds = secondsOf(period);
    const graceSeconds = secondsOf(grace);
    const issues = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []),
      ...(serviceId === '' ? [{ path: 'serviceId', message: 'is needed: its escalation policy is who gets paged' }] : []),
      ...(periodSeconds === null || periodSeconds < 30 || periodSeconds > 31 * 86_400 ? [{ path: 'periodSeconds', message: 'must be from 30 seconds to 31 days' }] : []),
      ...(graceSeconds === null || graceSeconds > 86_400 ? [{ path: 'graceSeconds', message: 'must be a day at most' }] : []),
    ];
    if (issues.length > 0 || periodSeconds === null || graceSeconds === null) return saving.refuse('Not saved yet. Look at what is marked.', issues);
    const answer = await saving.save({ type: 'saveHeartbeat', heartbeatId: heartbeat?.id ?? null, name: name.trim(), serviceId, severity, enabled, periodSeconds, graceSeconds });
    if (!answer) return;
    const id = answer.savedId ?? heartbeat?.id;
    if (answer.key !== undefined && id !== undefined) return setMade({ id, key: answer.key, periodSeconds });
    say('Saved.', 'good');
    void navigate(id === undefined ? '/heartbeats' : `/heartbeats/${id}`, { replace: true });
  };
  if (made) return <PingOnce heartbeatId={made.id} name={name.trim()} pingKey={made.key} periodSeconds={made.periodSeconds} pingedBefore={null} onDone={() => { void navigate(`/heartbeats/${made.id}`, { replace: true }); }} />;
  return (
    <EditScreen title={heartbeat ? `Edit ${heartbeat.name}` : 'New heartbeat'} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Name" placeholder="Nightly backup of the orders" value={name} maxLength={80} error={saving.issueAt('name', 'The name')} onChange={(event) => setName(event.target.value)} />
      <ChoiceField label="Service" value={serviceId} error={saving.issueAt('serviceId', 'The service')} hint="Who is paged when it is late." onChange={(event) => setChosen(event.target.value)}>
        <option value="" disabled>Choose</option>
        {[...all].sort((a, b) => a.name.localeCompare(b.name)).map((service) => <option key={service.id} value={service.id}>{service.name}</option>)}
      </ChoiceField>
      <LengthField label="A ping is due every" draft={period} onChange={setPeriod} error={saving.issueAt('periodSeconds', 'The period')} />
      <LengthField label="And may be late by" draft={grace} onChange={setGrace} error={saving.issueAt('graceSeconds', 'The grace')} hint="As long as the job itself may take, and a little more." />
      <ChoiceField label="Severity when it is late" value={severity} error={saving.issueAt('severity', 'The severity')} onChange={(event) => setSeverity(Severity.parse(event.target.value))}>
        {Severity.options.map((each) => <option key={each} value={each}>{each}: {severities[each].meaning.toLowerCase()}</option>)}
      </ChoiceField>
      <Check label="On" detail={enabled ? 'A missing ping pages.' : 'Off: nothing is due, and nobody is paged.'} checked={enabled} onChange={setEnabled} />
    </EditScreen>
  );
}
