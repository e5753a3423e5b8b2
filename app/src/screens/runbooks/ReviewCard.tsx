import { useState } from 'react';
import { standingOf } from '#domain/runbook/review';
import type { Runbook } from '#domain/runbook/runbook';
import { whenWords } from '#domain/time/words';
import { people } from '../../live/people';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, say, useMinute } from '../../ui';
import { useMay } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { Standing } from './Standing';
import { dayWords, standingSentence } from './standingWords';
import './runbook-page.css';

/** Who stands behind this version: its owner, who wrote it, and the review; with what the reader may do about it. */
export function ReviewCard({ runbook }: { runbook: Runbook }) {
  const { userId, role, timeZone } = usePerson();
  const now = useMinute();
  const mayReview = useMay('reviewRunbook');
  const owner = known(useLive(people))?.find(({ id }) => id === runbook.ownerId);
  const saving = useSaving();
  const [sent, setSent] = useState<string | null>(null);
  const when = (at: number) => whenWords(at, now, timeZone);
  const standing = standingOf(runbook, now);
  // An admin may stand behind their own: a team of one has nobody else.
  const isWriter = runbook.changedBy?.userId === userId && role !== 'admin';
  const review = async (state: 'draft' | 'verified' | 'approved') => {
    setSent(state);
    const answer = await saving.save({ type: 'reviewRunbook', runbookId: runbook.id, version: runbook.version, state });
    setSent(null);
    if (answer) say(answer.message, 'good');
  };
  return (
    <Card title="Review">
      <p data-testid="review-state"><Standing runbook={runbook} /></p>
      <p className="quiet runbook-sentence">{standingSentence(standing, (at) => dayWords(at, now, timeZone))}</p>
      <dl className="runbook-pairs">
        <div><dt>Owner</dt><dd>{owner?.name ?? (runbook.ownerId === null ? 'Nobody' : '…')}</dd></div>
        <div><dt>Version</dt><dd className="tabular">{runbook.version}{runbook.changedBy ? `, by ${runbook.changedBy.name}` : ''}{runbook.changedAt > 0 ? `, ${when(runbook.changedAt)}` : ''}</dd></div>
      </dl>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      {mayReview ? (
        <div className="configuration-actions runbook-actions">
          {standing.kind === 'verified' || standing.kind === 'approved' ? null : <QuietAction outlined icon="eye" disabled={sent !== null} onClick={() => { void review('verified'); }} data-testid="verify">{sent === 'verified' ? 'Verifying' : 'I tried its steps'}</QuietAction>}
          {standing.kind === 'approved' || isWriter ? null : <QuietAction outlined icon="check" disabled={sent !== null} onClick={() => { void review('approved'); }} data-testid="approve">{sent === 'approved' ? 'Approving' : 'Approve'}</QuietAction>}
          {standing.kind === 'draft' ? null : <QuietAction tone="plain" disabled={sent !== null} onClick={() => { void review('draft'); }} data-testid="back-to-draft">Back to draft</QuietAction>}
        </div>
      ) : null}
      {mayReview && isWriter && standing.kind !== 'approved' ? <p className="quiet small runbook-sentence">You wrote this version: somebody else approves it.</p> : null}
    </Card>
  );
}
