import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { maintenanceWindows } from '../../live/maintenance';
import { useZone } from '../../session/useZone';
import { Empty, Failure, Field, Screen, say } from '../../ui';
import { readFailures } from '../../words/errors';
import { Choices } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { Checks } from '../people/Checks';
import { modes } from './modes';
import { TestsField } from './TestsField';
import { TimeField } from './TimeField';
import { windowDraftOf, windowOf } from './windowDraft';

/** Plans a window, or changes one. */
export default function EditWindow() {
  const { windowId } = useParams();
  const mayChange = useMay('saveMaintenanceWindow');
  const live = useReadable('maintenanceWindows/{id}', maintenanceWindows);
  const all = known(live);
  const window = all?.find(({ id }) => id === windowId) ?? null;
  if (mayChange && all && (window || windowId === undefined)) return <Form key={windowId ?? 'new'} window={window} />;
  return (
    <Screen title={windowId === undefined ? 'Plan maintenance' : 'Edit maintenance'} back={{ to: '/maintenance', label: 'Maintenance' }}>
      {mayChange
        ? <Reading live={live} label="Loading this window">{() => <Empty title="No window by this address"><p>It may have been removed.</p></Empty>}</Reading>
        : <Failure title={readFailures.denied.title}><p>Only admins change maintenance windows.</p></Failure>}
    </Screen>
  );
}

function Form({ window }: { window: MaintenanceWindow | null }) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const zone = useZone();
  const saving = useSaving();
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const [draft, setDraft] = useState(() => {
    const forService = search.get('service');
    const fresh = windowDraftOf(window, Date.now(), zone);
    return window === null && forService !== null ? { ...fresh, serviceIds: [forService] } : fresh;
  });
  const back = window ? { to: `/maintenance/${window.id}`, label: 'The window' } : { to: '/maintenance', label: 'Maintenance' };
  const save = async () => {
    const wish = windowOf(draft, Date.now(), zone);
    if ('issues' in wish) return saving.refuse('Not saved yet. Look at what is marked.', wish.issues);
    const answer = await saving.save({ type: 'saveMaintenanceWindow', windowId: window?.id ?? null, ...wish });
    if (!answer) return;
    say('Saved.', 'good');
    const id = answer.savedId ?? window?.id;
    void navigate(id === undefined ? '/maintenance' : `/maintenance/${id}`, { replace: true });
  };
  return (
    <EditScreen title={window ? `Edit ${window.name}` : 'Plan maintenance'} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Name" placeholder="Upgrade of the database" value={draft.name} maxLength={80} error={saving.issueAt('name', 'The name')} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
      <TimeField draft={draft} onChange={setDraft} issueAt={saving.issueAt} />
      <Checks
        legend={draft.serviceIds.length === 0 ? 'Services: none chosen, so all' : 'Services'} options={[...everyService].sort((a, b) => a.name.localeCompare(b.name))}
        chosen={draft.serviceIds} onChange={(serviceIds) => setDraft({ ...draft, serviceIds })} nothing="No services yet."
      />
      <Choices legend="New alerts meanwhile" options={modes} chosen={draft.mode} onChange={(mode) => setDraft({ ...draft, mode })} />
      <TestsField tests={draft.tests} onChange={(tests) => setDraft({ ...draft, tests })} errorAt={(index, part) => saving.issueAt(`tests.${index}.${part}`, part === 'field' ? 'The field' : 'A value')} />
    </EditScreen>
  );
}
