import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { Card, Icon, QuietAction, useMinute } from '../../../ui';
import { useOpening } from '../useOpening';
import { useSending } from '../useSending';
import './decisions.css';

const DecisionSheet = lazy(() => import('./DecisionSheet'));

/** What was decided and holds, the newest first: everybody who joins sees it without asking. */
export function Decisions({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const sheet = useOpening<true>();
  const { sending, send } = useSending();
  return (
    <Card title="Decided" action={<QuietAction onClick={() => sheet.show(true)} data-testid="pin-decision">Pin a decision</QuietAction>}>
      <ul className="decided" data-testid="decided">
        {[...incident.decided].reverse().map(({ id, text, by, at }) => (
          <li key={id}>
            <Icon name="check" size={20} />
            <div className="decided-words"><p>{text}</p><p className="quiet small tabular">{by} · {whenWords(at, now, timeZone)}</p></div>
            <QuietAction
              tone="plain" disabled={sending === id} aria-label={`Unpin: ${text}`} data-testid="unpin-decision"
              onClick={() => { void send(id, { type: 'unpinDecision', incidentId: incident.id, decisionId: id }); }}
            >Unpin</QuietAction>
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>{sheet.about === null ? null : <DecisionSheet incidentId={incident.id} open={sheet.open} onClose={sheet.close} />}</Suspense>
    </Card>
  );
}
