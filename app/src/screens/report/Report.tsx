import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Severity } from '#domain/incident/severity';
import { useCommands } from '../../commands/useCommands';
import { services as everyService } from '../../live/configuration';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { ChoiceField, Field, PrimaryAction, say, Screen, Stack, TextField } from '../../ui';

/** Reports an incident by hand: what, where, how bad. Whoever is on call for the service is paged. */
export default function Report() {
  const { role } = usePerson();
  const navigate = useNavigate();
  const { act } = useCommands();
  const { severities } = useFacts();
  const live = useLive(everyService);
  const services = known(live) ?? [];
  const isMember = role !== 'stakeholder';
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState('');
  const [description, setDescription] = useState('');
  const [severity, setSeverity] = useState<Severity>('SEV2');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<{ title?: string; service?: string }>({});
  const serviceId = chosen || (services.length === 1 ? (services[0]?.id ?? '') : '');

  const send = async () => {
    const wrong = {
      ...(title.trim() === '' ? { title: 'Say in a few words what is wrong.' } : {}),
      ...(serviceId === '' ? { service: 'Choose what is affected. If you are unsure, the nearest one will do.' } : {}),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    const outcome = await act({
      type: 'reportIncident', title: title.trim(), serviceId,
      ...(description.trim() === '' ? {} : { description: description.trim() }), ...(isMember ? { severity } : {}),
    });
    setBusy(false);
    if (outcome.state === 'refused') {
      setErrors({ title: outcome.issues.find(({ path }) => path === 'title')?.message, service: outcome.issues.find(({ path }) => path === 'serviceId')?.message });
      return;
    }
    if (outcome.state === 'answered') say(outcome.answer.message, 'good');
    void navigate(outcome.state === 'answered' && outcome.answer.incidentId ? `/incidents/${outcome.answer.incidentId}` : '/incidents', { replace: true });
  };

  return (
    <Screen
      title="Report an incident" back={{ to: '/incidents', label: 'All incidents' }}
      footer={<PrimaryAction busy={busy} onClick={() => { void send(); }} data-testid="report-send">{busy ? 'Reporting' : 'Report'}</PrimaryAction>}
    >
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Stack>
          <Field label="What is wrong" placeholder="Checkout answers 503" value={title} maxLength={300} error={errors.title} onChange={(event) => setTitle(event.target.value)} />
          <ChoiceField
            label="Service" value={serviceId} error={errors.service} onChange={(event) => setChosen(event.target.value)}
            hint={live.state === 'failed' ? 'The services could not be read. Look whether you are online.' : undefined}
          >
            <option value="" disabled>Choose</option>
            {[...services].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </ChoiceField>
          {isMember ? (
            <ChoiceField label="Severity" value={severity} onChange={(event) => setSeverity(Severity.parse(event.target.value))}>
              {Severity.options.map((each) => <option key={each} value={each}>{each}: {severities[each].meaning.toLowerCase()}</option>)}
            </ChoiceField>
          ) : <p className="quiet small">It starts as SEV3. A responder looks at it and raises it where that is needed.</p>}
          <TextField label="What you have seen" hint="Since when, who is affected, what you tried. It can wait." value={description} maxLength={4000} onChange={(event) => setDescription(event.target.value)} />
          <p className="quiet small">Whoever is on call for the service is paged.</p>
        </Stack>
      </form>
    </Screen>
  );
}
