import { verdictNames } from '#domain/incident/verdict';
import type { Reviewed, ShiftReview } from '#domain/shiftReview/shiftReview';
import { IncidentLine } from './IncidentLine';
import { ListCard } from './ListCard';
import { pagesWords } from './reviewWords';

/** Every incident of the shift, the newest first, with what it cost and what it turned out to be. */
export function Happened({ review: { incidents, falsePositives } }: { review: ShiftReview }) {
  return (
    <ListCard title={`What happened: ${incidents.length}${falsePositives.length === 0 ? '' : `, ${falsePositives.length} false`}`} label="What happened" all={incidents}>
      {(reviewed) => <IncidentLine key={reviewed.incident.id} incident={reviewed.incident} words={saidOf(reviewed)} />}
    </ListCard>
  );
}

function saidOf({ incident, pages, nightPages }: Reviewed): string {
  const turnedOut = incident.verdict === null ? '' : ` · ${verdictNames[incident.verdict.kind].toLowerCase()}`;
  return `${pagesWords({ pages, nightPages })}${turnedOut}`;
}
