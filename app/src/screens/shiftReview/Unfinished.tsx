import type { ShiftReview } from '#domain/shiftReview/shiftReview';
import { IncidentLine } from './IncidentLine';
import { ListCard } from './ListCard';
import { unfinishedWords } from './reviewWords';

/** What of the exit lists was skipped, with the reason that was given, or left open when somebody ended the incident. */
export function Unfinished({ all }: { all: ShiftReview['unfinished'] }) {
  return (
    <ListCard title={`Exit lists, skipped or left open: ${all.length}`} label="Exit lists" all={all}>
      {({ incident, items }) => <IncidentLine key={incident.id} incident={incident} words={unfinishedWords(items)} />}
    </ListCard>
  );
}
