import type { NoticeUpdate } from '#domain/statusPage/notice';
import { Card, QuietAction } from '../../../ui';
import { UpdatesSoFar } from './UpdatesSoFar';

/** Somebody published while this was written: their words, and whether one's own go on from there. Theirs are public and stay; one's own are lost only by one's own hand. */
export function PublishedMeanwhile({ updates, onGoOn, onDrop }: { updates: readonly NoticeUpdate[]; onGoOn: () => void; onDrop: () => void }) {
  return (
    <div className="notice-meanwhile" data-testid="published-meanwhile">
      <Card tone="warning" title="Published meanwhile by somebody else">
        <p role="alert">What you wrote is kept below. Read what is public now, change yours where it needs to, then go on.</p>
        <UpdatesSoFar updates={updates} />
        <div className="configuration-actions">
          <QuietAction outlined onClick={onGoOn} data-testid="go-on-with-mine">Go on with mine</QuietAction>
          <QuietAction tone="danger" onClick={onDrop} data-testid="drop-mine">Drop mine</QuietAction>
        </div>
      </Card>
    </div>
  );
}
