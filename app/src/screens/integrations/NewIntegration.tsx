import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { Source } from '#domain/ingest/parsed';
import { sourceOf } from '#domain/ingest/sources';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { ChoiceField, Failure, Field, Screen } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditScreen } from '../configuration/EditScreen';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { KeyOnce } from './KeyOnce';
import { ToolChoice } from './ToolChoice';

/** What was made: its key is here alone, so that going back does not lose it. `since`: from when on an event is its first (ms since epoch). */
type Made = { tool: Source; integrationId: string; key: string; name: string; since: number };
const back = { to: '/integrations', label: 'Integrations' };

/** Connects a tool: which one, for which service, and then its key, shown once, until the first event is there. */
export default function NewIntegration() {
  const mayCreate = useMay('createIntegration');
  const [search, setSearch] = useSearchParams();
  const tool = sourceOf(search.get('source') ?? '');
  const [made, setMade] = useState<Made | null>(null);
  const navigate = useNavigate();
  if (!mayCreate) return <Screen title="Connect a tool" back={back}><Failure title={readFailures.denied.title}><p>Only admins connect tools.</p></Failure></Screen>;
  if (made) {
    return (
      <KeyOnce
        title={`Connect ${made.name}`} back={back} integrationId={made.integrationId} tool={made.tool} keyShown={made.key} since={made.since}
        onDone={() => { void navigate(`/integrations/${made.integrationId}`, { replace: true }); }}
      />
    );
  }
  if (!tool || tool.internal) {
    return <ToolChoice back={back} onChoose={(source) => setSearch((before) => { before.set('source', source); return before; })} />;
  }
  return <NameIt key={tool.name} tool={tool} forService={search.get('service') ?? ''} onMade={setMade} />;
}

function NameIt({ tool, forService, onMade }: {
  tool: Source; forService: string; onMade: (made: Made) => void;
}) {
  const live = useReadable('services/{id}', services);
  const all = known(live) ?? [];
  const saving = useSaving();
  const [name, setName] = useState(tool.label);
  const [chosen, setChosen] = useState(forService);
  const serviceId = chosen || (all.length === 1 ? (all[0]?.id ?? '') : '');

  const make = async () => {
    const issues = [
      ...(serviceId === '' ? [{ path: 'serviceId', message: 'is needed: its escalation policy is who gets paged' }] : []),
      ...(name.trim() === '' ? [{ path: 'name', message: 'is needed' }] : []),
    ];
    if (issues.length > 0) return saving.refuse('Not made yet. Look at what is marked.', issues);
    const answer = await saving.save({ type: 'createIntegration', serviceId, source: tool.name, name: name.trim() });
    if (!answer) return;
    const { integrationId, key } = answer;
    if (integrationId === undefined || key === undefined) return saving.refuse(answer.message);
    // Every event of this one is new: no clocks need to agree.
    onMade({ tool, integrationId, key, name: name.trim(), since: 0 });
  };
  return (
    <EditScreen title={`Connect ${tool.label}`} back={{ to: forService === '' ? '/integrations/new' : `/integrations/new?service=${encodeURIComponent(forService)}`, label: 'Another tool' }} saving={saving} onSave={() => { void make(); }} does="Make the key" doing="Making the key">
      <ChoiceField
        label="Service" value={serviceId} error={saving.issueAt('serviceId', 'The service')} onChange={(event) => setChosen(event.target.value)}
        hint={live.state === 'failed' ? readFailures[live.reason].text : 'What its alerts are about. A routing rule can send some of them elsewhere.'}
      >
        <option value="" disabled>Choose</option>
        {[...all].sort((a, b) => a.name.localeCompare(b.name)).map((service) => <option key={service.id} value={service.id}>{service.name}</option>)}
      </ChoiceField>
      <Field label="Name" value={name} maxLength={80} error={saving.issueAt('name', 'The name')} hint="As it is called here: “Grafana of the shop”." onChange={(event) => setName(event.target.value)} />
    </EditScreen>
  );
}
