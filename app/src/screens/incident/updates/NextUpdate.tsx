import type { Incident } from '#domain/incident/incident';
import { isToldForGood } from '#domain/incident/reminders';
import { clockTime, durationWords, whenWords } from '#domain/time/words';
import { nextUpdateAt } from '#domain/update/expected';
import { usePerson } from '../../../session/useSession';
import { useNow } from '../../../ui';

/** When those who follow hear again, as a reader is told: expected, late, or not any more. Nothing where nobody owes one. */
export function NextUpdate({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useNow();
  const at = nextUpdateAt(incident);
  if (at === null) return isToldForGood(incident) ? <p className="quiet small">This was the last update.</p> : null;
  return (
    <p className="update-next tabular" data-testid="next-update">
      {at > now ? `Next update expected by ${clockTime(at, timeZone)}, in ${durationWords(wholeMinutes(at - now))}.` : `An update was expected by ${whenWords(at, now, timeZone)}. It is late.`}
    </p>
  );
}

/** The same for those who write it: counted down, with who leads communications. `teller` null: nobody does yet; undefined: not known. */
export function UpdateDue({ incident, teller }: { incident: Incident; teller: { userId: string; name: string } | null | undefined }) {
  const { timeZone, userId } = usePerson();
  const now = useNow();
  const at = nextUpdateAt(incident);
  return (
    <div className="update-due">
      <p className="update-due-when tabular" data-testid="update-due">{at === null ? none(incident) : at > now ? `Next update due in ${durationWords(at - now)}` : `Update overdue for ${durationWords(now - at)}`}</p>
      <p className="quiet small tabular">
        {at === null ? '' : `${at > now ? 'At' : 'Since'} ${whenWords(at, now, timeZone)}: every ${incident.cadenceMinutes ?? 0} min for a ${incident.severity}. `}
        {teller === undefined ? '' : teller === null ? 'Nobody leads communications yet.' : `${teller.userId === userId ? 'You tell' : `${teller.name} tells`} the stakeholders.`}
      </p>
    </div>
  );
}

function none(incident: Incident): string {
  if (isToldForGood(incident)) return 'The final update is sent';
  if (incident.status === 'resolved') return incident.updateCount > 0 ? 'It is over: send the final update' : 'No update was sent';
  return incident.cadenceMinutes === null ? `A ${incident.severity} owes no regular updates` : 'Updates are due once somebody works on it';
}

const wholeMinutes = (ms: number) => Math.max(60_000, Math.ceil(ms / 60_000) * 60_000);
