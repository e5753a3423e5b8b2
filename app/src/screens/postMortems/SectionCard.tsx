import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { type PostMortem, type SectionName, sectionTitles } from '#domain/postMortem/postMortem';
import { whenWords } from '#domain/time/words';
import { useDraft, useUnsavedWarning } from '../../drafts/useDraft';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, useMinute } from '../../ui';
import Markdown from '../runbooks/Markdown';
import { SectionDraft, unsaved } from './sectionDraft';
import { SectionEditor } from './SectionEditor';
import { Versions } from './Versions';

/** What each section is for, where nothing is written yet. */
const asks: Record<SectionName, string> = {
  summary: 'What happened, in three sentences that somebody outside understands.', impact: 'Who noticed, how many, for how long, and what it cost.',
  rootCause: 'What made it possible. Ask why until the answer is about the system.', contributingFactors: 'What made it likelier, larger, longer, or harder to see.',
  wentWell: 'What helped, and should stay as it is.', couldImprove: 'What was slow, missing or misleading, in the tools and the process.', lessons: 'What we know now and did not know then.',
};

/** One section: read, or written in its place. What is half-written stays on this device and is open again after a reload. */
export function SectionCard({ postMortem, name, incident }: { postMortem: PostMortem; name: SectionName; incident: Incident | null }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const section = postMortem.sections[name];
  const { draft, keep } = useDraft(`postMortem:${postMortem.incidentId}:${name}`, SectionDraft);
  const [versions, setVersions] = useState(false);
  const waiting = unsaved(draft, section);
  // Open at once where something was left half-written, and until it is closed: also while the listener has it before the answer.
  const [open, setOpen] = useState(waiting !== null);
  const title = sectionTitles[name];
  useUnsavedWarning(waiting !== null, `${title} is not saved. What you wrote is kept on this device.`);
  if (open) {
    return (
      <SectionEditor
        postMortem={postMortem} name={name} draft={waiting} hint={asks[name]} incident={incident} keep={keep}
        onClose={() => { keep(null); setOpen(false); }}
      />
    );
  }
  return (
    <div data-testid={`section-${name}`}>
      <Card title={title} action={<QuietAction guarded onClick={() => setOpen(true)} aria-label={`Edit ${title}`} data-testid="edit-section">Edit</QuietAction>}>
        {section.text.trim() === '' ? <p className="quiet">{asks[name]}</p> : <div className="post-mortem-text"><Markdown text={section.text} /></div>}
        {section.version === 0 ? null : (
          <p className="post-mortem-by">
            <span className="quiet small">{section.by ?? 'Rouse'}, {whenWords(section.at, now, timeZone)}</span>
            <QuietAction tone="plain" onClick={() => setVersions(!versions)} aria-expanded={versions} data-testid="versions">{versions ? 'Hide earlier versions' : 'Earlier versions'}</QuietAction>
          </p>
        )}
        {versions ? <Versions incidentId={postMortem.incidentId} name={name} section={section} onTake={(text) => { keep({ text, basedOn: section.version }); setVersions(false); setOpen(true); }} /> : null}
      </Card>
    </div>
  );
}
