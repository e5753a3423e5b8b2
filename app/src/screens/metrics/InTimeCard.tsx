import { Severity } from '#domain/incident/severity';
import type { inTimeOf } from '#domain/metrics/inTime';
import { Card, SeverityMark } from '../../ui';
import { lengthWords, percentWords, shareWords } from './words';

/** How often somebody took an incident within the time that its severity asks for. */
export function InTimeCard({ inTime }: { inTime: ReturnType<typeof inTimeOf> }) {
  return (
    <Card title="Taken in time">
      <ul className="metrics-in-time">
        {Severity.options.map((severity) => {
          const { within, ...share } = inTime[severity];
          return (
            <li key={severity}>
              <SeverityMark severity={severity} />
              <span className="quiet">within {lengthWords(within)}</span>
              <span className="metrics-end">{share.of === 0 ? <span className="quiet">none</span> : <><b>{percentWords(share)}</b> <span className="quiet">{shareWords(share)}</span></>}</span>
              <span className="metrics-bar" aria-hidden="true"><i style={{ inlineSize: `${share.of === 0 ? 0 : (share.count / share.of) * 100}%` }} /></span>
            </li>
          );
        })}
      </ul>
      <p className="quiet small">What ended by itself before that time asked for nobody, and is left out.</p>
    </Card>
  );
}
