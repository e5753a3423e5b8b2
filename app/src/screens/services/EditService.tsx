import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { EscalationPolicy } from '#domain/escalation/policy';
import type { Service } from '#domain/service/service';
import { policies, runbooks, services } from '../../live/configuration';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { ChoiceField, Empty, Failure, Field, Screen, say, TextField } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { draftOf, groupingOf } from './grouping';
import { GroupingField } from './GroupingField';
import { supportDraftOf, supportHoursOf } from './supportHours';
import { SupportHoursField } from './SupportHoursField';
import { vendorDraftsOf, vendorsOf } from './vendors';
import { VendorsField } from './VendorsField';

/** Makes a service, or changes one. */
export default function EditService() {
  const { serviceId } = useParams();
  const mayChange = useMay('saveService');
  const live = useReadable('services/{id}', services);
  const everyPolicy = useReadable('escalationPolicies/{id}', policies);
  const service = known(live)?.find(({ id }) => id === serviceId) ?? null;
  const title = serviceId === undefined ? 'New service' : 'Edit service';
  const back = serviceId === undefined ? { to: '/services', label: 'Services' } : { to: `/services/${serviceId}`, label: 'The service' };
  // Both are there before the form is: it starts from them once, and then keeps what is typed.
  const all = known(live);
  const listed = known(everyPolicy);
  if (mayChange && all && listed && (service || serviceId === undefined)) return <Form key={serviceId ?? 'new'} service={service} policies={listed} title={title} back={back} />;
  return (
    <Screen title={title} back={back}>
      {!mayChange ? <Failure title={readFailures.denied.title}><p>Only admins change services.</p></Failure> : (
        <Reading live={live} label="Loading this service">
          {() => <Reading live={everyPolicy} label="Loading escalation policies">{() => <Empty title="No service by this address"><p>It may have been removed.</p></Empty>}</Reading>}
        </Reading>
      )}
    </Screen>
  );
}

function Form({ service, policies: listed, title, back }: {
  service: Service | null; policies: readonly EscalationPolicy[]; title: string; back: { to: string; label: string };
}) {
  const navigate = useNavigate();
  const saving = useSaving();
  const everyRunbook = known(useReadable('runbooks/{id}', runbooks)) ?? [];
  const [name, setName] = useState(service?.name ?? '');
  const [description, setDescription] = useState(service?.description ?? '');
  const [policyId, setPolicyId] = useState(service?.policyId ?? (listed.length === 1 ? (listed[0]?.id ?? '') : ''));
  const [runbookId, setRunbookId] = useState(service?.runbookId ?? '');
  const [draft, setDraft] = useState(draftOf(service?.grouping ?? { by: 'source' }));
  const zone = useZone();
  const [vendors, setVendors] = useState(() => vendorDraftsOf(service?.vendors));
  const [support, setSupport] = useState(() => supportDraftOf(service?.supportHours, zone));

  const save = async () => {
    const grouping = groupingOf(draft);
    const supported = supportHoursOf(support);
    const outside = vendorsOf(vendors);
    const issues = [
      ...(name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []),
      ...(policyId === '' ? [{ path: 'policyId', message: 'is needed: without one nobody is paged' }] : []),
      ...('path' in grouping ? [grouping] : []),
      ...('issues' in supported ? supported.issues : []),
      ...('issues' in outside ? outside.issues : []),
    ];
    if (issues.length > 0 || 'path' in grouping || 'issues' in supported || 'issues' in outside) return saving.refuse('Not saved yet. Look at what is marked.', issues);
    const answer = await saving.save({
      type: 'saveService', serviceId: service?.id ?? null, name: name.trim(), description: description.trim(), policyId, runbookId: runbookId === '' ? null : runbookId, grouping,
      supportHours: supported.supportHours, vendors: outside.vendors,
    });
    if (!answer) return;
    say('Saved.', 'good');
    const id = answer.savedId ?? service?.id;
    void navigate(id === undefined ? '/services' : `/services/${id}`, { replace: true });
  };

  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Name" placeholder="Checkout" value={name} maxLength={80} error={saving.issueAt('name', 'The name')} onChange={(event) => setName(event.target.value)} />
      <TextField
        label="Description" rows={2} value={description} maxLength={400} error={saving.issueAt('description', 'The description')}
        hint="What it does for customers. It helps to judge an incident." onChange={(event) => setDescription(event.target.value)}
      />
      <ChoiceField
        label="Escalation policy" value={policyId} error={saving.issueAt('policyId', 'A policy')} onChange={(event) => setPolicyId(event.target.value)}
        hint={listed.length === 0 ? 'There is none yet. It says who is paged, and after whom.' : 'Who is paged, and after whom.'}
      >
        <option value="" disabled>Choose</option>
        {[...listed].sort((a, b) => a.name.localeCompare(b.name)).map((policy) => <option key={policy.id} value={policy.id}>{policy.name}</option>)}
      </ChoiceField>
      <ChoiceField label="Runbook" value={runbookId} error={saving.issueAt('runbookId', 'The runbook')} hint="Shown on every incident of this service." onChange={(event) => setRunbookId(event.target.value)}>
        <option value="">None</option>
        {[...everyRunbook].sort((a, b) => a.title.localeCompare(b.title)).map((runbook) => <option key={runbook.id} value={runbook.id}>{runbook.title}</option>)}
      </ChoiceField>
      <SupportHoursField draft={support} onChange={setSupport} issueAt={saving.issueAt} />
      <VendorsField vendors={vendors} onChange={setVendors} errorAt={saving.issueAt} />
      <GroupingField draft={draft} onChange={setDraft} errors={{ fields: saving.issueAt('grouping.fields', 'Fields'), windowMinutes: saving.issueAt('grouping.windowMinutes', 'Minutes') }} />
    </EditScreen>
  );
}
