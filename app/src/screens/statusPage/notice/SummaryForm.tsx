import { useState } from 'react';
import type { ReactNode } from 'react';
import type { IncidentNotice } from '#domain/statusPage/notice';
import { useDraft, useUnsavedWarning } from '../../../drafts/useDraft';
import { known } from '../../../live/live';
import { postMortem as postMortemOf } from '../../../live/postMortems';
import { useLive } from '../../../live/useLive';
import { ConfirmSheet, QuietAction, say, TextField } from '../../../ui';
import { EditScreen } from '../../configuration/EditScreen';
import { useSaving } from '../../configuration/useSaving';
import { sectionsFor, SummaryDraft, summaryIssues, summaryOf, type SummaryPart, summaryParts, withSection } from './summaryDraft';

/** What the public reads once it is over: written here, with the post-mortem beside it to copy from by hand. `children`: what was told so far, underneath. */
export function SummaryForm({ notice, back, onPublished, children }: { notice: IncidentNotice; back: { to: string; label: string }; onPublished: () => void; children: ReactNode }) {
  const { draft, keep } = useDraft(`summary:${notice.id}`, SummaryDraft);
  const postMortem = known(useLive(notice.incidentId === null ? null : postMortemOf(notice.incidentId))) ?? null;
  const saving = useSaving();
  const [asking, setAsking] = useState(false);
  const written = draft ?? summaryOf(notice);
  const set = (part: SummaryPart, text: string) => keep({ ...written, [part]: text });
  useUnsavedWarning(draft !== null && !saving.busy, 'The summary is not published. What you wrote is kept on this device.');
  const begin = () => {
    const issues = summaryIssues(written);
    if (issues.length > 0) saving.refuse('Not published yet. Look at what is marked.', issues);
    else setAsking(true);
  };
  const publish = async () => {
    const { impact, rootCause, resolution } = written;
    const answer = await saving.save({ type: 'publishSummary', noticeId: notice.id, impact: impact.trim(), rootCause: rootCause.trim(), resolution: resolution.trim() });
    if (answer === null) return;
    keep(null);
    say(answer.message, 'good');
    onPublished();
  };
  return (
    <EditScreen title="Public notice" back={back} saving={saving} onSave={begin} does="Publish the summary" doing="Publishing">
      <h2 className="notice-title">{notice.title}</h2>
      <p className="configuration-lead">It is over. A summary tells the public what it was; leave empty what is not to be said.</p>
      {summaryParts.map(({ part, title, hint, most, sections }) => (
        <div key={part} className="notice-part">
          <TextField label={title} hint={hint} rows={4} value={written[part]} error={saving.issueAt(part, title)} onChange={(event) => set(part, event.target.value)} data-testid={`summary-${part}`} />
          {written[part].trim().length > most ? <p className="field-error">{(written[part].trim().length - most).toLocaleString('en')} characters too many.</p> : null}
          {sectionsFor(sections, postMortem).map((section) => (
            <details key={section.name} className="notice-source" data-testid={`source-${part}-${section.name}`}>
              <summary>Post-mortem: {section.title.toLowerCase()}</summary>
              <p className="notice-text">{section.text}</p>
              <p className="quiet small">It was written for your team: take out names, hosts and what is not for everybody.</p>
              <QuietAction outlined icon="copy" onClick={() => set(part, withSection(written[part], section.text))} data-testid="copy-section">Copy it into {title.toLowerCase()}</QuietAction>
            </details>
          ))}
        </div>
      ))}
      {children}
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title="Publish the summary" confirm="Publish" onConfirm={() => { void publish(); }}>
        <p>Everybody can read this, and it stays.</p>
      </ConfirmSheet>
    </EditScreen>
  );
}
