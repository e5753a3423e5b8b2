import { useMemo } from 'react';
import type { Incident } from '#domain/incident/incident';
import { defaultTargets } from '#domain/metrics/targets';
import { respondersOf } from '#domain/postMortem/markdown';
import { timeMeanings, timeNames, timesOf } from '#domain/postMortem/times';
import { durationWords } from '#domain/time/words';
import { known } from '../../live/live';
import { timeTargets } from '../../live/postMortems';
import { useLive } from '../../live/useLive';
import { Card, Icon } from '../../ui';

/** How long it took, beside what is aimed at for its severity, and who was in it. From the incident itself: nobody types it. */
export function Times({ incident }: { incident: Incident }) {
  const targets = known(useLive(timeTargets)) ?? defaultTargets;
  const times = useMemo(() => timesOf(incident, targets), [incident, targets]);
  const responders = useMemo(() => respondersOf(incident), [incident]);
  return (
    <Card title="Times and people">
      <dl className="post-mortem-times">
        {times.map(({ measure, took, target, met }) => (
          <div key={measure} data-testid={`time-${measure}`}>
            <dt>{timeNames[measure]}<span className="quiet small">{timeMeanings[measure]}</span></dt>
            <dd>
              <b className="tabular">{took === null ? 'not measured' : durationWords(took)}</b>
              {target === null ? null : (
                <span className={`small ${met === null ? 'quiet' : met ? 'post-mortem-met' : 'post-mortem-late'}`}>
                  {met === null ? null : <Icon name={met ? 'check' : 'warning'} size={16} />}{met === null ? '' : met ? 'within ' : 'over '}{durationWords(target)}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {responders.length === 0 ? null : (
        <ul className="post-mortem-people" aria-label="Who was in it">{responders.map(({ name, does }) => <li key={name}><b>{name}</b>{does === '' ? '' : ` ${does}`}</li>)}</ul>
      )}
    </Card>
  );
}
