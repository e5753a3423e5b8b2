import type { Incident } from '#domain/incident/incident';
import { usePerson } from '../../session/useSession';
import { Icon, useMinute } from '../../ui';
import { requestLines } from './requestWords';
import './ask.css';

/** Who was asked for what, and has not answered or has declined. */
export function Requests({ incident }: { incident: Incident }) {
  const { userId } = usePerson();
  // Whole minutes, at least the one that a request of this moment is in.
  const now = useMinute();
  const lines = requestLines(incident, userId, now);
  if (lines.length === 0) return null;
  return <ul className="requests" aria-label="Who was asked" data-testid="requests">{lines.map((line) => <li key={line}><Icon name="people" size={18} /><span className="tabular">{line}</span></li>)}</ul>;
}
