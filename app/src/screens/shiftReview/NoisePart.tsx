import { Link } from 'react-router-dom';
import type { EndedIncident } from '#domain/noise/noise';
import { alertKeyOf } from '#domain/noise/noise';
import type { ShiftReview } from '#domain/shiftReview/shiftReview';
import { Card } from '../../ui';
import { useMay } from '../configuration/useReadable';
import { noiseWords, tuningOf } from './reviewWords';

/** What paged for nothing in this shift, the worst first, each with the way to make it quieter. `ended`: the incidents of 90 days, which a rule is proposed from. */
export function NoisePart({ review: { noise }, ended }: { review: ShiftReview; ended: readonly EndedIncident[] }) {
  const mayTune = useMay('saveRoutingRules');
  if (noise.length === 0) return null;
  return (
    <Card flush title="Noise">
      <ul className="shift-review-noise tabular">
        {noise.map((each) => {
          const tuning = mayTune ? tuningOf(each, ended) : null;
          return (
            <li key={alertKeyOf(each)} data-testid="review-noise">
              <p><b>{each.name}</b><span className="quiet small">{noiseWords(each)}</span></p>
              {tuning === null
                ? <Link className="action action-quiet action-quiet-accent" to={`/noise?service=${encodeURIComponent(each.serviceId)}`} aria-label={`See the noise of ${each.name}`}>See noise</Link>
                : <Link className="action action-quiet action-quiet-accent action-outlined" to={tuning.address} aria-label={`Tune this: ${tuning.name}`} data-testid="tune">Tune this</Link>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
