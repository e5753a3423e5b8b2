import { useState } from 'react';
import type { Section } from '#domain/postMortem/postMortem';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, useMinute } from '../../ui';
import { Diff } from '../runbooks/Diff';

type Props = { theirs: Section; mine: string; onTheirs: () => void; onMine: () => void; onBoth: () => void };

/** Somebody saved this section while it was written: both texts, line by line, and which one goes on. Neither is lost: theirs stays among the versions. */
export function OvertakenSection({ theirs, mine, onTheirs, onMine, onBoth }: Props) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [view, setView] = useState<'diff' | 'both'>('diff');
  const who = theirs.by ?? 'Somebody';
  return (
    <div className="post-mortem-overtaken" data-testid="section-overtaken">
      <Card tone="warning" title={`${who} saved this section, ${whenWords(theirs.at, now, timeZone)}`}>
        <p role="alert">What you wrote is kept. Lines with − are {who}’s and not in yours, lines with + are only in yours. Keep both, mend them here, then save.</p>
        <div className="configuration-actions">
          <QuietAction outlined onClick={onBoth} data-testid="keep-both">Keep both</QuietAction>
          <QuietAction outlined onClick={onMine} data-testid="go-on-with-mine">Go on with mine</QuietAction>
          <QuietAction outlined onClick={() => setView(view === 'diff' ? 'both' : 'diff')} data-testid="side-by-side">{view === 'diff' ? 'Side by side' : 'Line by line'}</QuietAction>
          <QuietAction tone="danger" onClick={onTheirs} data-testid="take-theirs">Drop mine</QuietAction>
        </div>
        {view === 'diff' ? <Diff before={theirs.text} after={mine} label="From theirs to yours" /> : (
          <div className="post-mortem-beside">
            <figure><figcaption>{who}’s</figcaption><pre tabIndex={0} data-testid="theirs">{theirs.text}</pre></figure>
            <figure><figcaption>Yours</figcaption><pre tabIndex={0} data-testid="mine">{mine}</pre></figure>
          </div>
        )}
      </Card>
    </div>
  );
}
