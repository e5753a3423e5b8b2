import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { readRunbook } from '#domain/runbook/frontMatter';
import { resolved } from '#domain/runbook/resolved';
import type { Runbook } from '#domain/runbook/runbook';
import { useDraft, useUnsavedWarning } from '../../drafts/useDraft';
import { useWide } from '../../layout/useWide';
import { services } from '../../live/configuration';
import { destinations } from '../../live/destinations';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { PrimaryAction, QuietAction, say, Screen, SegmentPanel, Segments } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Overtaken } from './Overtaken';
import { beginning, isChanged, isOvertaken, RunbookDraft } from './runbookDraft';
import { RunbookFields } from './RunbookFields';
import { RunbookPreview } from './RunbookPreview';
import './runbook-form.css';

const segments = [{ key: 'source', title: 'Source' }, { key: 'preview', title: 'Preview' }] as const;
type Segment = (typeof segments)[number]['key'];

/** The source of a runbook and what comes of it, side by side where there is room. What is typed stays on this device until it is saved. */
export function RunbookForm({ name, runbook, begun, title, back }: { name: string; runbook: Runbook | null; begun: string; title: string; back: { to: string; label: string } }) {
  const { userId } = usePerson();
  const wide = useWide();
  const navigate = useNavigate();
  const saving = useSaving();
  const { draft: kept, keep } = useDraft(name, RunbookDraft);
  // As long as nothing is typed, somebody's newer version is simply shown.
  const before = useMemo(() => beginning(runbook, begun, userId), [runbook, begun, userId]);
  const [segment, setSegment] = useState<Segment>('source');
  const place = useRef<HTMLDivElement>(null);
  const [isSaved, setSaved] = useState(false);
  const draft = kept ?? before;
  const shown = useDeferredValue(draft.source);
  const everyService = known(useLive(services));
  const everyDestination = known(useLive(destinations));
  const read = useMemo(() => {
    const { about, body, problems } = readRunbook(shown);
    if (!everyService || !everyDestination) return { about, body, problems };
    const found = resolved(about, { services: everyService, destinations: everyDestination });
    return { about: found.about, body, problems: [...problems, ...found.problems] };
  }, [shown, everyService, everyDestination]);
  const changed = isChanged(draft, before);
  useUnsavedWarning(changed && !isSaved, 'The runbook is not saved. What you wrote is kept on this device.');
  const overtaken = !isSaved && !saving.busy && isOvertaken(draft, runbook) ? runbook : null;

  const save = async () => {
    const wrong = read.problems.filter(({ refuses }) => refuses);
    if (wrong.length > 0) {
      setSegment('source');
      return saving.refuse('Not saved yet. Look at what is listed under the source.', wrong);
    }
    const answer = await saving.save({ type: 'saveRunbook', runbookId: runbook?.id ?? null, markdown: draft.source, ownerId: draft.ownerId, note: draft.note.trim(), basedOn: draft.basedOn });
    if (!answer) return;
    setSaved(true);
    keep(null);
    say(answer.message, 'good');
    const id = answer.savedId ?? runbook?.id;
    void navigate(id === undefined ? '/runbooks' : `/runbooks/${id}`, { replace: true });
  };

  // What is wrong is listed under a tall field, out of sight of the thumb on Save.
  useEffect(() => { if (saving.refusals > 0) place.current?.querySelector('.runbook-problems li')?.scrollIntoView({ block: 'center' }); }, [saving.refusals]);

  const change = (changes: Partial<RunbookDraft>) => {
    const next = { ...draft, ...changes };
    keep(isChanged(next, before) ? next : null);
  };
  const refusedFor = saving.refusals > 0 && read.problems.some(({ refuses }) => refuses) ? 'Not saved yet. Mend what is listed here.' : undefined;
  const fields = <RunbookFields draft={draft} problems={read.problems} onChange={change} isNew={runbook === null} sourceError={refusedFor} ownerError={saving.issueAt('ownerId', 'The owner')} />;
  const preview = <RunbookPreview about={read.about} body={read.body} />;
  return (
    <Screen
      title={title} back={back}
      actions={changed && !saving.busy ? <QuietAction tone="plain" onClick={() => keep(null)} data-testid="discard">Discard</QuietAction> : null}
      under={wide ? null : <Segments label="The runbook" segments={segments} current={segment} onChange={setSegment} />}
      footer={(
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} disabled={overtaken !== null} onClick={() => { void save(); }} data-testid="save">{saving.busy ? 'Saving' : 'Save'}</PrimaryAction>
        </>
      )}
    >
      <div ref={place} className={wide ? 'runbook-form runbook-form-wide' : 'runbook-form'}>
        {overtaken ? (
          <Overtaken
            runbook={overtaken} mine={draft.source} onTheirs={() => keep(null)}
            onMine={() => keep({ ...draft, basedOn: overtaken.version })}
          />
        ) : null}
        {wide ? <><div>{fields}</div><div className="runbook-form-preview" aria-label="Preview" role="region">{preview}</div></> : <SegmentPanel segment={segment}>{segment === 'source' ? fields : preview}</SegmentPanel>}
      </div>
    </Screen>
  );
}
