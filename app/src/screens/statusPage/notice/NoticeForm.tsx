import { useState } from 'react';
import type { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice } from '#domain/statusPage/notice';
import { useUnsavedWarning } from '../../../drafts/useDraft';
import { Card, Field, say, TextField } from '../../../ui';
import { EditScreen } from '../../configuration/EditScreen';
import { useSaving } from '../../configuration/useSaving';
import { PhaseChoice } from '../PhaseChoice';
import { TouchedField } from '../TouchedField';
import { Discard } from './Discard';
import { DraftedWords } from './DraftedWords';
import { changed, issuesOf, type NoticeDraft, publishedMeanwhile, withoutText, type Written, writtenOf } from './noticeDraft';
import { NoticeHead } from './NoticeHead';
import { PublishedMeanwhile } from './PublishedMeanwhile';
import { PublishSheet } from './PublishSheet';
import { Preview } from './Preview';
import { UpdatesSoFar } from './UpdatesSoFar';
import { useWords } from './useWords';

type Props = {
  /** null: nothing is stored of it. `beginning`: what its words begin with. */
  notice: IncidentNotice | null; incidentId: string | null; beginning: Written; components: readonly StatusComponent[];
  draft: NoticeDraft | null; keep: (draft: NoticeDraft | null) => void; back: { to: string; label: string }; title: string;
  /** Whether the notice is about to go with its draft. `onPublished`: under this id. */
  onDiscard: (goes: boolean) => void; onPublished: (noticeId: string | undefined) => void;
};
type Asked = Written & { seen: number };

/** Writes to the public. What is typed stays on this device until it is published; what others publish meanwhile is shown, and costs no word. */
export function NoticeForm({ notice, incidentId, beginning, components, draft, keep, back, title, onDiscard, onPublished }: Props) {
  const saving = useSaving();
  // What is asked about is what is published, whatever the listener brings while the question stands.
  const [asked, ask] = useState<{ what: Asked; open: boolean } | null>(null);
  const updates = notice?.updates ?? [];
  const words = useWords(incidentId, components);
  const written = writtenOf(draft, beginning, words);
  const meanwhile = saving.busy ? [] : publishedMeanwhile(draft, updates);
  const change = (changes: Partial<Written>) => keep(changed(draft, changes, updates.length));
  useUnsavedWarning(draft !== null && !saving.busy, 'The notice is not published. What you wrote is kept on this device.');

  const begin = () => {
    const stillThere = written.components.filter(({ componentId }) => components.some(({ id }) => id === componentId));
    const issues = issuesOf({ ...written, components: stillThere });
    if (issues.length > 0) return saving.refuse('Not published yet. Look at what is marked.', issues);
    if (meanwhile.length > 0) return saving.refuse('Not published: somebody else published an update meanwhile. Read it above, then go on with yours.');
    ask({ what: { ...written, components: stillThere, seen: draft?.seen ?? updates.length }, open: true });
  };
  const publish = async ({ seen, ...what }: Asked) => {
    // Its own from here on: whatever becomes of the draft on the server, these words stay.
    keep({ ...what, seen });
    const answer = await saving.save({ type: 'publishNotice', noticeId: notice?.id ?? null, incidentId, ...what, title: what.title.trim(), text: what.text.trim(), seen });
    if (answer === null) return;
    keep(null);
    say(answer.message, 'good');
    onPublished(answer.savedId ?? notice?.id);
  };
  return (
    <EditScreen title={title} back={back} saving={saving} onSave={begin} does={updates.length === 0 ? 'Publish' : 'Publish the update'} doing="Publishing">
      <NoticeHead notice={notice} incidentId={incidentId} />
      {meanwhile.length === 0 ? null : <PublishedMeanwhile updates={meanwhile} onGoOn={() => { if (draft !== null) keep({ ...draft, seen: updates.length }); }} onDrop={() => keep(null)} />}
      <Field
        label="Title" placeholder="Payments fail" value={written.title} maxLength={150} error={saving.issueAt('title', 'The title')} hint="What customers notice, in their words."
        onChange={(event) => change({ title: event.target.value })} data-testid="notice-title"
      />
      <PhaseChoice phase={written.phase} hint={hints[written.phase]} onChange={(phase) => change({ phase })} />
      <TextField
        label={updates.length === 0 ? 'What the public reads' : 'What is new'} rows={7} value={written.text} maxLength={4000} error={saving.issueAt('text', 'The text')} data-testid="notice-text"
        hint={typeof draft?.text === 'string' ? 'Your words. They stay on this device until you publish them.' : beginning.text !== '' ? 'Drafted for you. Change what is not so: no names, no machine words.' : 'What does not work, what is done, when they hear again. No names, no machine words.'}
        onChange={(event) => change({ text: event.target.value })}
      />
      <DraftedWords mine={draft?.text ?? null} waits={beginning.text} offered={words(written.phase, written.components)} onTake={() => keep(withoutText(draft))} onWords={(text) => change({ text })} />
      <TouchedField legend="What it touches" components={components} touched={written.components} error={saving.issueAt('components', 'The components')} onChange={(touched) => change({ components: touched })} />
      <Preview written={written} components={components} />
      {updates.length === 0 ? null : <Card title="Published so far"><UpdatesSoFar updates={updates} /></Card>}
      <Discard notice={notice} draft={draft} keep={keep} onDiscard={onDiscard} />
      {asked === null ? null : <PublishSheet phase={asked.what.phase} isFirst={updates.length === 0} open={asked.open} onClose={() => ask({ ...asked, open: false })} onPublish={() => { void publish(asked.what); }} />}
    </EditScreen>
  );
}

const hints: Record<Written['phase'], string> = {
  investigating: 'The cause is not known yet.', identified: 'The cause is known, and worked on.', monitoring: 'A fix is in; it is watched.', resolved: 'It is over: what it touched is shown as operational again.',
};
