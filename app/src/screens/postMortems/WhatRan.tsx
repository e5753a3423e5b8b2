import { useMemo } from 'react';
import { whatRan } from '#domain/postMortem/automation';
import { clockTime } from '#domain/time/words';
import { timelineOf } from '../../live/incidents';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Card, Icon } from '../../ui';
import type { IconName } from '../../ui';
import '../incident/plan/plan.css';

const icons: Record<ReturnType<typeof whatRan>[number]['state'], IconName> = { done: 'check', failed: 'warning', skipped: 'forward' };

/** What the response plan and the runbooks' webhooks did in this incident, by themselves and by hand, in UTC. Nothing where nothing ran. */
export function WhatRan({ incidentId }: { incidentId: string }) {
  const entries = known(useLive(useMemo(() => timelineOf(incidentId), [incidentId])));
  const ran = useMemo(() => whatRan(entries ?? []), [entries]);
  if (ran.length === 0) return null;
  return (
    <Card title="What ran by itself (UTC)">
      <ol className="plan-run-steps" data-testid="what-ran">
        {ran.map(({ at, words, state, by }, index) => (
          <li key={index} className={`plan-run-step plan-run-${state}`}>
            <Icon name={icons[state]} size={20} />
            <div className="plan-run-words"><p>{words}</p><p className="plan-run-state tabular">{clockTime(at, 'UTC')}{by === null ? '' : ` · asked for by ${by}`}</p></div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
