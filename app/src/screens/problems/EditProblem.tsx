import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { isMember } from '#domain/people/person';
import type { KnownProblem } from '#domain/problem/knownProblem';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { people } from '../../live/people';
import { knownProblems } from '../../live/problems';
import { ChoiceField, Empty, Failure, Field, QuietAction, say, Screen, TextField } from '../../ui';
import { readFailures } from '../../words/errors';
import { Check } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { MatchLine } from './MatchLine';
import { PhrasesField } from './PhrasesField';
import { problemDraftOf, problemOf } from './problemDraft';

const back = { to: '/problems', label: 'Known problems' };

/** Writes a known problem down, or changes one. `?service=…&title=…`: begun at an incident. */
export default function EditProblem() {
  const { problemId } = useParams();
  const mayChange = useMay('saveKnownProblem');
  const live = useReadable('knownProblems/{id}', knownProblems);
  const problem = known(live)?.find(({ id }) => id === problemId) ?? null;
  const [removedId, setRemovedId] = useState<string | null>(null);
  const title = problemId === undefined ? 'New known problem' : 'Known problem';
  if (mayChange && known(live) && (problem || problemId === undefined)) return <Form key={problemId ?? 'new'} problem={problem} title={title} onRemoved={setRemovedId} />;
  return (
    <Screen title={title} back={back}>
      {mayChange
        ? <Reading live={live} label="Loading this problem">{() => (removedId === problemId ? null : <Empty title="No known problem by this address" icon="help"><p>It may have been removed. Go back to the list.</p></Empty>)}</Reading>
        : <Failure title={readFailures.denied.title}><p>Responders write down what is known to go wrong.</p></Failure>}
    </Screen>
  );
}

function Form({ problem, title, onRemoved }: { problem: KnownProblem | null; title: string; onRemoved: (id: string) => void }) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const saving = useSaving();
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const everybody = known(useReadable('users/{id}', people)) ?? [];
  const [draft, setDraft] = useState(() => problemDraftOf(problem, { serviceId: search.get('service'), title: search.get('title') }));
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const owners = everybody.filter((person) => isMember(person) || person.id === draft.ownerId).sort((a, b) => a.name.localeCompare(b.name));

  const save = async () => {
    const typed = problemOf(draft);
    if ('issues' in typed) return saving.refuse('Not saved yet. Look at what is marked.', typed.issues);
    const answer = await saving.save({ type: 'saveKnownProblem', problemId: problem?.id ?? null, ...typed.wish });
    if (!answer) return;
    say(typed.wish.open ? 'Saved. It is shown with every incident of its kind.' : 'Saved. It is over, so it is shown no more.', 'good');
    void navigate('/problems', { replace: true });
  };
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={() => { void save(); }}>
      <Field label="Title" placeholder="The connection pool runs full" value={draft.title} maxLength={160} error={saving.issueAt('title', 'The title')} onChange={(event) => set({ title: event.target.value })} data-testid="problem-title" />
      <ChoiceField label="Service" value={draft.serviceId} error={saving.issueAt('serviceId', 'The service')} onChange={(event) => set({ serviceId: event.target.value })}>
        <option value="">Any service</option>
        {[...everyService].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      <PhrasesField phrases={draft.match} error={saving.issueAt('match', 'Each word')} onChange={(match) => set({ match })} />
      <MatchLine draft={draft} />
      <TextField
        label="What to do until it is mended" rows={4} value={draft.workaround} maxLength={2000} error={saving.issueAt('workaround', 'The workaround')}
        hint="Read at night, by somebody who has never seen it. One step a line." onChange={(event) => set({ workaround: event.target.value })} data-testid="problem-workaround"
      />
      <TextField label="Why it happens" rows={3} value={draft.cause} maxLength={1000} error={saving.issueAt('cause', 'The cause')} onChange={(event) => set({ cause: event.target.value })} />
      <ChoiceField label="Who looks after it" value={draft.ownerId} error={saving.issueAt('ownerId', 'The owner')} onChange={(event) => set({ ownerId: event.target.value })}>
        <option value="">Nobody yet</option>
        {owners.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      <Field
        label="Link" type="url" inputMode="url" autoCapitalize="none" spellCheck={false} placeholder="https://" value={draft.link} maxLength={2000} error={saving.issueAt('link', 'The link')}
        hint="Where it is being mended." onChange={(event) => set({ link: event.target.value })}
      />
      <Check
        label="Over" detail={draft.open ? 'Tick it once it is mended for good: it is shown no more then.' : 'Mended for good. It is shown with no incident.'} checked={!draft.open} onChange={(over) => set({ open: !over })}
      />
      {problem === null ? null : <Removal problem={problem} onRemoved={onRemoved} />}
    </EditScreen>
  );
}

function Removal({ problem: { id, title }, onRemoved }: { problem: KnownProblem; onRemoved: (id: string) => void }) {
  const [asking, setAsking] = useState(false);
  const removal = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    if (!(await removal.save({ type: 'removeKnownProblem', problemId: id }))) return;
    onRemoved(id);
    say('The known problem is removed.', 'good');
    void navigate('/problems', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this problem</QuietAction>
      {asking ? (
        <RemoveSheet name={title} saving={removal} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>Its cause and workaround are forgotten. What is mended need not be removed: tick Over, and it stays to be looked up.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}
