import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { Field, PrimaryAction, QuietAction, say, Sheet } from '../../../ui';
import { useSaving } from '../../configuration/useSaving';
import '../../configuration/configuration.css';
import { isSameTitle } from './sameTitle';
import './deletion.css';

/** Deletes a resolved incident for good, once its title was written and a reason given. */
export default function DeleteSheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  return <Sheet open={open} onClose={onClose} title="Delete this incident">{open ? <Asking incident={incident} onClose={onClose} /> : null}</Sheet>;
}

function Asking({ incident: { id, title, drillId }, onClose }: { incident: Incident; onClose: () => void }) {
  const saving = useSaving();
  const navigate = useNavigate();
  const [written, setWritten] = useState('');
  const [reason, setReason] = useState('');
  const isMeant = isSameTitle(written, title) && reason.trim() !== '';
  const remove = async () => {
    // As it is stored: a double space in it nobody can see, or type.
    const answer = await saving.save({ type: 'deleteIncident', incidentId: id, title: isSameTitle(written, title) ? title : written, reason: reason.trim() });
    if (answer === null) return;
    onClose();
    say(answer.message, 'good');
    void navigate('/incidents', { replace: true });
  };
  return (
    <>
      <div className="sheet-words">
        <p><b>{id}</b> goes for good: its timeline, alerts, updates, pictures, messages and post-mortem{drillId === null ? ', and its part in the metrics' : ''}. Nobody can bring it back.</p>
        <p>What was published stays public. Other incidents go on naming it. The audit keeps its title, who deleted it, and why.</p>
      </div>
      <p className="deletion-title" data-testid="deletion-title">{title}</p>
      <div className="deletion-fields">
        <Field label="Write its title to confirm" value={written} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={300} error={saving.issueAt('title', 'The title')} onChange={(event) => setWritten(event.target.value)} data-testid="deletion-written" />
        <Field label="Why it is deleted" value={reason} maxLength={300} error={saving.issueAt('reason', 'The reason')} hint="For the audit. Name no secret." onChange={(event) => setReason(event.target.value)} data-testid="deletion-reason" />
      </div>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded tone="danger" busy={saving.busy} disabled={!isMeant} onClick={() => { void remove(); }} data-testid="confirm">{saving.busy ? 'Deleting' : 'Delete for good'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </>
  );
}
