import type { Runbook } from '#domain/runbook/runbook';
import { standingOf } from '#domain/runbook/review';
import { usePerson } from '../../session/useSession';
import { Icon, useMinute } from '../../ui';
import { dayWords, standingWords } from './standingWords';
import './standing.css';

/** How far a runbook can be relied on: a word with its icon. */
export function Standing({ runbook }: { runbook: Pick<Runbook, 'review'> }) {
  const now = useMinute();
  const { timeZone } = usePerson();
  const { word, icon, tone } = standingWords(standingOf(runbook, now), (at) => dayWords(at, now, timeZone));
  return <span className={`standing standing-${tone}`} data-testid="standing"><Icon name={icon} size={16} />{word}</span>;
}
