import type { Incident } from '#domain/incident/incident';
import { Empty, PrimaryAction } from '../../ui';
import { useSending } from '../incident/useSending';

/** There is none yet: begun from what the incident knows, once it is over. */
export function BeginOne({ incident }: { incident: Incident }) {
  const { sending, send } = useSending();
  const isOver = incident.status === 'resolved';
  if (incident.mergedInto !== null) return <Empty title="It went on in another incident" icon="note"><p>It was merged into {incident.mergedInto}: the post-mortem is written there.</p></Empty>;
  return (
    <Empty
      title={isOver ? 'No post-mortem yet' : 'It still goes on'} icon="note"
      action={isOver ? <PrimaryAction busy={sending !== null} onClick={() => { void send('draft', { type: 'draftPostMortem', incidentId: incident.id }); }} data-testid="draft-post-mortem">{sending === null ? 'Begin one' : 'Drafting'}</PrimaryAction> : null}
    >
      <p>{isOver ? 'Rouse drafts it from what the incident knows: its times, its impact, its cause and its timeline.' : 'Its post-mortem is written once it is resolved.'}</p>
    </Empty>
  );
}
