import { useDeferredValue, useMemo, useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { blameHints } from '#domain/postMortem/blameless';
import { type PostMortem, type SectionName, sectionTitles } from '#domain/postMortem/postMortem';
import { useWide } from '../../layout/useWide';
import { known } from '../../live/live';
import { people } from '../../live/people';
import { useLive } from '../../live/useLive';
import { Card, ConfirmSheet, Icon, PrimaryAction, QuietAction, say, TextField } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import Markdown from '../runbooks/Markdown';
import { OvertakenSection } from './OvertakenSection';
import { bothOf, isOvertaken, type SectionDraft } from './sectionDraft';

const MOST = 10_000;

type Props = {
  postMortem: PostMortem; name: SectionName; draft: SectionDraft | null; hint: string; incident: Incident | null;
  keep: (draft: SectionDraft | null) => void;
  /** Leaves the editor; what is not saved is forgotten. */
  onClose: () => void;
};

/** A section while it is written: with what comes of it, hints for its wording, and what somebody else saved meanwhile. */
export function SectionEditor({ postMortem, name, draft, hint, incident, keep, onClose }: Props) {
  const section = postMortem.sections[name];
  const wide = useWide();
  const saving = useSaving();
  const [previews, setPreviews] = useState(false);
  const [leaves, setLeaves] = useState(false);
  const everybody = known(useLive(people));
  const text = draft?.text ?? section.text;
  const shown = useDeferredValue(text);
  const names = useMemo(() => namesIn(incident, everybody?.map((person) => person.name) ?? []), [incident, everybody]);
  const hints = useMemo(() => blameHints(shown, names), [shown, names]);
  const overtaken = !saving.busy && isOvertaken(draft, section);
  const title = sectionTitles[name];

  const save = async () => {
    // Two long texts kept together can be more than one section holds: nothing is cut off for that.
    if (text.length > MOST) return saving.refuse(`Not saved: a section holds ${MOST.toLocaleString('en')} characters, and this has ${(text.length - MOST).toLocaleString('en')} too many. Shorten it, or move a part to another section.`);
    const answer = await saving.save({ type: 'writeSection', incidentId: postMortem.incidentId, section: name, text, basedOn: draft?.basedOn ?? section.version });
    if (!answer) return;
    say(answer.message, 'good');
    onClose();
  };
  const preview = text.trim() === '' ? <p className="quiet">Nothing is written yet.</p> : <Markdown text={shown} />;
  return (
    <div data-testid={`section-${name}`}>
      <Card title={title} action={wide ? null : <QuietAction onClick={() => setPreviews(!previews)} data-testid="preview-section">{previews ? 'Write' : 'Preview'}</QuietAction>}>
        {overtaken ? (
          <OvertakenSection
            theirs={section} mine={text} onTheirs={() => setLeaves(true)}
            onMine={() => keep({ text, basedOn: section.version })} onBoth={() => keep({ text: bothOf(section.text, text), basedOn: section.version })}
          />
        ) : null}
        <div className={wide ? 'post-mortem-write post-mortem-write-wide' : 'post-mortem-write'}>
          {!wide && previews ? null : (
            <TextField
              label={title} value={text} maxLength={MOST} rows={8} hint={`${hint} Markdown.`} data-testid="section-text"
              onChange={(event) => keep({ text: event.target.value, basedOn: draft?.basedOn ?? section.version })}
            />
          )}
          {wide || previews ? <div className="post-mortem-preview" role="region" aria-label={`Preview of ${title}`} data-testid="section-preview">{preview}</div> : null}
        </div>
        {hints.length === 0 ? null : (
          <ul className="post-mortem-hints" aria-label="For wording without blame" data-testid="blame-hints">
            {hints.slice(0, 4).map(({ found, advice }) => <li key={found}><Icon name="help" size={18} /><span>“{found}”: {advice}</span></li>)}
          </ul>
        )}
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        <div className="post-mortem-save">
          <PrimaryAction busy={saving.busy} disabled={overtaken} onClick={() => { void save(); }} data-testid="save-section">{saving.busy ? 'Saving' : `Save ${title.toLowerCase()}`}</PrimaryAction>
          <QuietAction tone="plain" disabled={saving.busy} onClick={() => { if (draft === null) onClose(); else setLeaves(true); }} data-testid="cancel-section">Cancel</QuietAction>
        </div>
        <ConfirmSheet open={leaves} onClose={() => setLeaves(false)} title="Drop what you wrote" confirm="Drop it" tone="danger" onConfirm={onClose}>
          <p>What you wrote under {title} is not saved. It is gone once it is dropped.</p>
        </ConfirmSheet>
      </Card>
    </div>
  );
}

/** The people of this incident, and everybody who is known, by their full and first names; the longer ones first. */
function namesIn(incident: Incident | null, everybody: readonly string[]): string[] {
  const own = incident === null ? [] : [...incident.responders, ...incident.roles].map(({ name }) => name);
  const full = [...new Set([...own, ...everybody])];
  return [...new Set([...full, ...full.flatMap((name) => name.split(' ')[0] ?? [])])].sort((a, b) => b.length - a.length);
}
