import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Runbook } from '#domain/runbook/runbook';
import { bodyOf } from '#domain/runbook/source';
import { runbooks } from '../../live/configuration';
import { known } from '../../live/live';
import { Card, Empty, QuietAction, Screen, say, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { AboutRunbook } from './AboutRunbook';
import Markdown from './Markdown';
import { ReviewCard } from './ReviewCard';
import { UsageCard } from './UsageCard';
import './runbook-page.css';

/** One runbook, to be read with one thumb: for what it is, what to do, and how far it can be relied on. */
export default function RunbookPage() {
  const { runbookId } = useParams();
  const live = useReadable('runbooks/{id}', runbooks);
  const mayWrite = useMay('saveRunbook');
  const navigate = useNavigate();
  const [isRemoved, setRemoved] = useState(false);
  const runbook = known(live)?.find(({ id }) => id === runbookId);
  const go = (to: string) => () => { void navigate(to); };
  const actions = runbook && mayWrite ? (
    <>
      <QuietAction onClick={go(`/runbooks/${runbook.id}/versions`)} data-testid="versions">Versions</QuietAction>
      <QuietAction onClick={go(`/runbooks/${runbook.id}/edit`)} data-testid="edit">Edit</QuietAction>
    </>
  ) : null;
  return (
    <Screen title={runbook?.title ?? 'Runbook'} back={{ to: '/runbooks', label: 'All runbooks' }} actions={actions}>
      <Reading live={live} label="Loading the runbook">
        {() => {
          if (runbook) return <Parts key={runbook.id} runbook={runbook} onRemoved={() => setRemoved(true)} />;
          return isRemoved ? null : <Empty title="No such runbook" icon="runbooks"><p>It may have been removed since this link was made.</p></Empty>;
        }}
      </Reading>
    </Screen>
  );
}

function Parts({ runbook, onRemoved }: { runbook: Runbook; onRemoved: () => void }) {
  const mayRemove = useMay('removeRunbook');
  return (
    <Stack>
      <AboutRunbook about={runbook.about} />
      <article className="runbook" aria-label={runbook.title}><Card><Markdown text={bodyOf(runbook.markdown)} /></Card></article>
      <ReviewCard runbook={runbook} />
      <UsageCard runbook={runbook} />
      {mayRemove ? <Removal runbook={runbook} onRemoved={onRemoved} /> : null}
    </Stack>
  );
}

function Removal({ runbook, onRemoved }: { runbook: Runbook; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const saving = useSaving();
  const navigate = useNavigate();
  const remove = async () => {
    const answer = await saving.save({ type: 'removeRunbook', runbookId: runbook.id });
    if (!answer) return;
    onRemoved();
    say(`${runbook.title} is removed.`, 'good');
    void navigate('/runbooks', { replace: true });
  };
  return (
    <div>
      <QuietAction tone="danger" onClick={() => setAsking(true)} data-testid="remove">Remove this runbook</QuietAction>
      {asking ? (
        <RemoveSheet name={runbook.title} saving={saving} onRemove={() => { void remove(); }} onClose={() => setAsking(false)}>
          <p>While a service or a routing rule names it, it cannot be removed. What was ticked in past incidents stays in their timelines.</p>
        </RemoveSheet>
      ) : null}
    </div>
  );
}
