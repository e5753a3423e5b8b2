import { usePerson } from '../../../session/useSession';
import { QuietAction, useMinute } from '../../../ui';
import { freshWords } from './freshness';
import { useAsOf } from './useAsOf';
import type { Pull } from './usePull';
import './freshness.css';

/** How old the list is, in one quiet line; whoever cannot pull looks again by its button, which is there while there is a reason to. */
export function FreshLine({ state, offline, pull, onLookAgain }: { state: 'cached' | 'live'; offline: boolean; pull: Pull; onLookAgain: () => void }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const shown = offline ? 'cached' : state;
  const asOf = useAsOf(state === 'live' && !offline);
  return (
    <div className="fresh" data-testid="freshness" data-state={shown}>
      <span className={`fresh-words tabular${shown === 'live' ? ' fresh-live' : ''}`}>{freshWords(shown, asOf, now, timeZone)}</span>
      {offline ? <QuietAction onClick={onLookAgain} aria-busy={pull === 'looking'} data-testid="look-again">{pull === 'looking' ? 'Looking' : 'Look again'}</QuietAction> : null}
    </div>
  );
}

const words: Record<Exclude<Pull, 'idle'>, string> = { pulling: 'Pull to look again', ready: 'Let go to look again', looking: 'Looking' };

/** What pulling does, over the top of the list: nothing moves for it. */
export function PullWords({ pull }: { pull: Pull }) {
  return pull === 'idle' ? null : <p className="pull-words" role={pull === 'looking' ? 'status' : undefined}>{words[pull]}</p>;
}
