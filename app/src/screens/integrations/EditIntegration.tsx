import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { sourceOf } from '#domain/ingest/sources';
import { defaultLimitPerMinute } from '#domain/service/service';
import type { Integration, Service } from '#domain/service/service';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { ChoiceField, Empty, Failure, Field, Screen, say } from '../../ui';
import { readFailures } from '../../words/errors';
import { Check } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { MappingEditor } from './MappingEditor';
import type { MappingChoice } from './MappingEditor';
import { mappingDraftOf, mappingOf } from './mappingDraft';
import { signatureOf } from './signature';
import { SignatureField } from './SignatureField';
import { useIntegrations } from './useIntegrations';

/** Changes an integration: its name, service, signature, limit, and for what has no parser of its own where the body keeps what. */
export default function EditIntegration() {
  const { integrationId = '' } = useParams();
  const mayChange = useMay('saveIntegration');
  const live = useIntegrations();
  const everyService = known(useReadable('services/{id}', services));
  const integration = known(live)?.find(({ id }) => id === integrationId);
  if (mayChange && integration && everyService) return <Form key={integration.id} integration={integration} services={everyService} />;
  return (
    <Screen title="Edit integration" back={{ to: `/integrations/${integrationId}`, label: 'The integration' }}>
      {mayChange
        ? <Reading live={live} label="Loading this integration">{() => (integration ? null : <Empty title="No integration by this address"><p>It may have been removed.</p></Empty>)}</Reading>
        : <Failure title={readFailures.denied.title}><p>Only admins change integrations.</p></Failure>}
    </Screen>
  );
}

function Form({ integration, services: all }: { integration: Integration; services: readonly Service[] }) {
  const navigate = useNavigate();
  const saving = useSaving();
  const scheme = sourceOf(integration.source)?.signature ?? null;
  const [name, setName] = useState(integration.name);
  const [serviceId, setServiceId] = useState(integration.serviceId);
  const [enabled, setEnabled] = useState(integration.enabled);
  const [signed, setSigned] = useState({ on: integration.signature.kind !== 'none', secret: '', topicArn: integration.signature.kind === 'sns' ? (integration.signature.topicArn ?? '') : '' });
  const [limit, setLimit] = useState(integration.limitPerMinute === null ? '' : String(integration.limitPerMinute));
  const [mapping, setMapping] = useState<MappingChoice>({ own: integration.mapping !== null, draft: mappingDraftOf(integration.mapping) });
  const back = { to: `/integrations/${integration.id}`, label: 'The integration' };

  const save = async () => {
    const mapped = mapping.own ? mappingOf(mapping.draft) : { mapping: null };
    const limitPerMinute = limit.trim() === '' ? null : Number(limit);
    const issues = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []),
      ...(limitPerMinute === null || (Number.isInteger(limitPerMinute) && limitPerMinute >= 1 && limitPerMinute <= 1_000_000) ? [] : [{ path: 'limitPerMinute', message: 'must be whole, from 1 to 1,000,000' }]),
      ...(signed.secret !== '' && signed.secret.length < 8 ? [{ path: 'secret', message: 'must have 8 characters or more' }] : []),
      ...('issues' in mapped ? mapped.issues : []),
    ];
    if (issues.length > 0 || 'issues' in mapped) return saving.refuse('Not saved yet. Look at what is marked.', issues);
    const answer = await saving.save({
      type: 'saveIntegration', integrationId: integration.id, name: name.trim(), serviceId, enabled, mapping: mapped.mapping, limitPerMinute,
      signature: (signed.on ? signatureOf(scheme, signed.topicArn) : null) ?? { kind: 'none' },
      ...(signed.on && signed.secret !== '' ? { secret: signed.secret } : {}),
    });
    if (!answer) return;
    // Whatever decides about alerts keeps the configuration for so long.
    say('Saved. It holds within 30 s.', 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <EditScreen title={`Edit ${integration.name}`} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Name" value={name} maxLength={80} error={saving.issueAt('name', 'The name')} onChange={(event) => setName(event.target.value)} />
      <ChoiceField label="Service" value={serviceId} error={saving.issueAt('serviceId', 'The service')} hint="What its alerts are about from now on. Open incidents stay where they are." onChange={(event) => setServiceId(event.target.value)}>
        {[...all].sort((a, b) => a.name.localeCompare(b.name)).map((service) => <option key={service.id} value={service.id}>{service.name}</option>)}
      </ChoiceField>
      <Check label="On" detail={enabled ? 'Its alerts page.' : 'Off: what it sends is refused, and pages nobody.'} checked={enabled} onChange={setEnabled} />
      <SignatureField source={integration.source} stored={integration.signature} signed={signed} onChange={setSigned} errors={{ secret: saving.issueAt('secret', 'The secret'), topicArn: saving.issueAt('signature', 'The topic') }} />
      {integration.source === 'generic' ? (
        <MappingEditor integrationId={integration.id} choice={mapping} onChange={setMapping} errorAt={(field, label) => saving.issueAt(`mapping.${field}`, label)} />
      ) : null}
      <Field
        label="Most requests a minute" inputMode="numeric" value={limit} placeholder={defaultLimitPerMinute.toLocaleString('en')} error={saving.issueAt('limitPerMinute', 'The limit')}
        hint="Beyond it, repeats of open alerts are refused; new alerts still page. Empty: the default." onChange={(event) => setLimit(event.target.value)}
      />
    </EditScreen>
  );
}
