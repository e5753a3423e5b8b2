import { useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Service } from '#domain/service/service';
import type { StatusComponent } from '#domain/statusPage/component';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { statusComponents } from '../../live/statusPage';
import { Empty, Failure, Field, QuietAction, say, Screen, TextField } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { Checks } from '../people/Checks';
import { componentDraftOf, componentOf, groupNames } from './componentDraft';
import './status-page.css';

const back = { to: '/status-page', label: 'Status page' };

/** Adds a component, or changes one. */
export default function EditComponent() {
  const { componentId } = useParams();
  const mayChange = useMay('saveComponent');
  const live = useReadable('statusComponents/{id}', statusComponents);
  const everyService = known(useReadable('services/{id}', services));
  const all = known(live);
  const component = all?.find(({ id }) => id === componentId) ?? null;
  const [removedId, setRemovedId] = useState<string | null>(null);
  if (mayChange && all && everyService && (component || componentId === undefined)) return <Form key={componentId ?? 'new'} component={component} all={all} services={everyService} onRemoved={setRemovedId} />;
  return (
    <Screen title={componentId === undefined ? 'New component' : 'Component'} back={back}>
      {mayChange
        ? <Reading live={live} label="Loading this component">{() => (removedId === componentId || everyService === undefined ? null : <Empty title="No component by this address" icon="services"><p>It may have been removed. Go back to the status page.</p></Empty>)}</Reading>
        : <Failure title={readFailures.denied.title}><p>Only admins change what the status page shows. Every responder sets how a component is, on the status page.</p></Failure>}
    </Screen>
  );
}

function Form({ component, all, services: every, onRemoved }: { component: StatusComponent | null; all: readonly StatusComponent[]; services: readonly Service[]; onRemoved: (id: string) => void }) {
  const navigate = useNavigate();
  const saving = useSaving();
  const groups = useId();
  const [draft, setDraft] = useState(() => componentDraftOf(component, all, every));
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const save = async () => {
    const typed = componentOf(draft);
    if ('issues' in typed) return saving.refuse('Not saved yet. Look at what is marked.', typed.issues);
    const answer = await saving.save({ type: 'saveComponent', componentId: component?.id ?? null, ...typed });
    if (answer === null) return;
    say(answer.message, 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <EditScreen title={component?.name ?? 'New component'} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field
        label="Name" placeholder="Payment processing" value={draft.name} maxLength={80} error={saving.issueAt('name', 'The name')} hint="As your customers call it. Everybody reads it."
        onChange={(event) => set({ name: event.target.value })} data-testid="component-name"
      />
      <TextField
        label="Description" rows={2} value={draft.description} maxLength={200} error={saving.issueAt('description', 'The description')} hint="Only where the name does not say enough."
        onChange={(event) => set({ description: event.target.value })}
      />
      <div className="configuration-pair configuration-pair-wide">
        <Field
          label="Group" list={groups} placeholder="None" value={draft.group} maxLength={60} autoComplete="off" error={saving.issueAt('group', 'The group')} hint="Type a new one, or choose one."
          onChange={(event) => set({ group: event.target.value })} data-testid="component-group"
        />
        <datalist id={groups}>{groupNames(all).map((name) => <option key={name} value={name} />)}</datalist>
        <Field
          label="Place" inputMode="numeric" value={draft.place} maxLength={4} error={saving.issueAt('position', 'The place')} hint="The smallest number stands on top."
          onChange={(event) => set({ place: event.target.value })}
        />
      </div>
      <Checks
        legend="Services whose incidents touch it" nothing="No services yet." chosen={draft.serviceIds} onChange={(serviceIds) => set({ serviceIds })}
        options={[...every].sort((a, b) => a.name.localeCompare(b.name)).map((service) => ({ id: service.id, name: nameOf(service, component, all) }))}
      />
      {component === null ? null : <Removal component={component} onRemoved={onRemoved} />}
    </EditScreen>
  );
}

/** A service touches one component: choosing it here takes it from the other, which is said. */
function nameOf({ name, statusComponentId }: Service, own: StatusComponent | null, all: readonly StatusComponent[]): string {
  const other = statusComponentId === own?.id ? undefined : all.find(({ id }) => id === statusComponentId);
  return other === undefined ? name : `${name} (now ${other.name})`;
}

function Removal({ component: { id, name }, onRemoved }: { component: StatusComponent; onRemoved: (id: string) => void }) {
  const [asking, setAsking] = useState(false);
  const removal = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await removal.save({ type: 'removeComponent', componentId: id }))) return;
    onRemoved(id);
    say(`${name} is removed.`, 'good');
    void navigate(back.to, { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this component</QuietAction>
      {asking ? (
        <RemoveSheet name={name} saving={removal} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>The public page does not show it any more, nor how it was. While something open or planned there names it, it stays.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}
