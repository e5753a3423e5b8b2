import type { ComponentState } from '#domain/statusPage/component';
import { headline } from '#domain/statusPage/words';
import { Card, Icon } from '../../ui';

/** How it stands in the page's own sentence, and the way to the page that everybody else reads. It opens apart: it is no part of the app. */
export function PublicLink({ states }: { states: readonly ComponentState[] }) {
  return (
    <Card flush>
      <div className="status-overall">
        <h2 data-testid="overall">{headline(states)}</h2>
        <a className="action action-quiet action-quiet-accent action-outlined" href="/status" target="_blank" rel="noopener" data-testid="public-page"><Icon name="open" size={20} /><span>See the public page</span></a>
      </div>
    </Card>
  );
}
