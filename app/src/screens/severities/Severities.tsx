import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { defaultSeverityPolicy, Severity } from '#domain/incident/severity';
import type { SeverityPolicy } from '#domain/incident/severity';
import { useCommands } from '../../commands/useCommands';
import type { Issue } from '../../commands/send';
import { useEdited } from '../../drafts/useEdited';
import type { Edited } from '../../drafts/useEdited';
import { useUnsavedWarning } from '../../drafts/useDraft';
import { severities as watchedSeverities } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Failure, PrimaryAction, QuietAction, say, Screen, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditSeverity } from './EditSeverity';
import { Overview } from './Overview';
import { PolicyDraft, policyProblems, tidied } from './policyDraft';

/** The severity policy: what each severity means and asks for. Admins change it, responders read it. */
export default function Severities() {
  const { role } = usePerson();
  const isMember = role !== 'stakeholder';
  const live = useLive(isMember ? watchedSeverities : null);
  const stored = known(live);
  // No document: the defaults hold.
  const edited = useEdited('severities', PolicyDraft, stored === undefined ? undefined : (stored ?? defaultSeverityPolicy));
  if (!isMember) return <Plain><Failure title={readFailures.denied.title}><p>{readFailures.denied.text}</p></Failure></Plain>;
  if (live.state === 'failed') return <Plain><Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure></Plain>;
  if (edited === null) return <Plain><Skeleton rows={5} label="Loading the severities" /></Plain>;
  if (role !== 'admin') return <Plain><Overview policy={edited.value} problems={[]} onEdit={null} onUnnamed={null} /></Plain>;
  return <Changeable edited={edited} />;
}

const back = { to: '/more', label: 'More' };

function Plain({ children }: { children: React.ReactNode }) {
  return <Screen title="Severities" back={back}>{children}</Screen>;
}

function Changeable({ edited: { value, changed, overtaken, change, discard, settle } }: { edited: Edited<SeverityPolicy> }) {
  const { send } = useCommands();
  const [search, setSearch] = useSearchParams();
  const editing = Severity.safeParse(search.get('edit')).data ?? null;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ sentence: string; issues: Issue[] } | null>(null);
  useUnsavedWarning(changed, 'The changed severities are not saved. They are kept on this device.');
  const own = changed ? policyProblems(tidied(value)) : [];
  const problems = [...own, ...(refused?.issues ?? [])];
  const set = (policy: SeverityPolicy) => { setRefused(null); change(policy); };

  const save = async () => {
    const first = own[0];
    if (first) return setSearch({ edit: first.path.split('.')[0] ?? '' }, { replace: true });
    setBusy(true);
    const outcome = await send({ type: 'saveSeverities', severities: tidied(value) });
    setBusy(false);
    if (outcome.state !== 'answered') {
      const issues = outcome.state === 'refused' ? outcome.issues.map(({ path, message }) => ({ message, path: path.split('.').slice(1, 3).join('.') })) : [];
      return setRefused({ sentence: outcome.sentence, issues });
    }
    settle(tidied(value));
    say(outcome.answer.message, 'good');
  };
  return (
    <Screen
      title={editing ?? 'Severities'} back={editing ? { to: '/severities', label: 'Severities' } : back}
      actions={changed ? <QuietAction onClick={() => { setRefused(null); discard(); }}>Discard</QuietAction> : null}
      footer={changed ? <PrimaryAction busy={busy} onClick={() => { void save(); }} data-testid="save-severities">Save the severities</PrimaryAction> : null}
    >
      {refused ? <p className="severities-problem" role="alert">{refused.sentence}</p> : null}
      {overtaken ? <p className="severities-problem" role="status">Somebody else has changed the severities since you began. Saving replaces theirs; Discard shows them.</p> : null}
      {editing
        ? <EditSeverity key={editing} severity={editing} policy={value} problems={problems} onChange={set} />
        : <Overview policy={value} problems={problems} onEdit={(severity) => setSearch({ edit: severity })} onUnnamed={(unnamed) => set({ ...value, unnamed })} />}
    </Screen>
  );
}
