import type { Figures } from '#domain/metrics/figures';
import { Card } from '../../ui';
import { Figure } from './Figure';
import { percentWords, shareWords } from './words';

/** How good the pages were: false ones, the same again, and what the first level did not take. */
export function QualityCard({ figures: { falsePositive, rated, repeated, secondLevel, reopened, incidents, byVerdict } }: { figures: Figures }) {
  const again = { count: reopened, of: incidents };
  return (
    <Card title="How good the pages were">
      <dl className="metrics-figures">
        <Figure
          id="false-positives" title="False positives" large={rated.count === 0 ? 'Not rated' : percentWords(falsePositive)}
          beneath={`rated ${shareWords(rated)}${rated.count === 0 ? '' : ` · ${byVerdict.falsePositive} false · ${byVerdict.duplicate} duplicate · ${byVerdict.known} known · ${byVerdict.real} real`}`}
        />
        <Figure id="repeats" title="Repeats" large={percentWords(repeated)} beneath={shareWords(repeated)} means="within 30 days of what they repeat" />
        <Figure id="second-level" title="Second level" large={percentWords(secondLevel)} beneath={shareWords(secondLevel)} means="went on beyond whom they paged first" />
        <Figure id="reopened" title="Opened again" large={percentWords(again)} beneath={shareWords(again)} means="came back after they were resolved" />
      </dl>
    </Card>
  );
}
