import { lazy, Suspense } from 'react';
import { impactWords } from '#domain/incident/impact';
import type { Incident } from '#domain/incident/incident';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { Card, QuietAction, useMinute } from '../../../ui';
import { useOpening } from '../useOpening';
import { Proposal } from './Proposal';
import './impact.css';

const ImpactSheet = lazy(() => import('./ImpactSheet'));

/** What it does to people, money, security and the law, who said so and when; and the severity that this calls for, where it is another. */
export function Impact({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const sheet = useOpening<true>();
  const { impact } = incident;
  if (impact === null) return null;
  return (
    <Card title="Impact" action={<QuietAction onClick={() => sheet.show(true)} data-testid="assess-impact">Assess again</QuietAction>}>
      <p className="impact-words" data-testid="impact">{impactWords(impact)}</p>
      <p className="quiet small tabular">{impact.by} · {whenWords(impact.at, now, timeZone)}</p>
      <Proposal incident={incident} />
      <Suspense fallback={null}>{sheet.about === null ? null : <ImpactSheet incident={incident} open={sheet.open} onClose={sheet.close} />}</Suspense>
    </Card>
  );
}
