import { isMember } from '#domain/people/person';
import type { PastShift } from '#domain/shiftReview/shifts';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { ChoiceField, useMinute } from '../../ui';
import type { OnCallFacts } from '../oncall/useOnCall';
import { spanWords } from '../schedules/changeWords';

/** Whose shift, and which one. */
export function Which({ userId, shifts, shift, facts, onChoose }: {
  userId: string; shifts: readonly PastShift[]; shift: PastShift | undefined; facts: OnCallFacts; onChoose: (next: { person: string; shift?: PastShift }) => void;
}) {
  const me = usePerson();
  const now = useMinute();
  const others = Object.values(facts.people).filter((person) => person.id !== me.userId && (isMember(person) || person.id === userId)).sort((a, b) => a.name.localeCompare(b.name));
  const words = ({ startAt, endAt, scheduleName }: PastShift) =>
    `${endAt === null ? `Since ${whenWords(startAt, now, me.timeZone)}` : endAt > now ? `Now, to ${whenWords(endAt, now, me.timeZone)}` : spanWords(startAt, endAt, now, me.timeZone)} · ${scheduleName}`;
  return (
    <div className="shift-review-which tabular">
      <ChoiceField label="Whose" value={userId} onChange={({ target }) => onChoose({ person: target.value })} data-testid="review-person">
        <option value={me.userId}>You</option>
        {others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      {shift === undefined ? null : (
        <ChoiceField label="Shift" value={shift.id} onChange={({ target }) => { const next = shifts.find(({ id }) => id === target.value); if (next) onChoose({ person: userId, shift: next }); }} data-testid="review-shift">
          {shifts.map((each) => <option key={each.id} value={each.id}>{words(each)}</option>)}
        </ChoiceField>
      )}
    </div>
  );
}
