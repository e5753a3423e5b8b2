import type { Preview } from '#domain/proof/proof';
import { durationWords } from '#domain/time/words';
import { Icon } from '../../ui';
import { firstAndNext } from './firstAndNext';

/** Who is woken when it begins, by name, and who next when they do not answer. */
export function WhoIsPagedNow({ preview, userId }: { preview: Preview; userId: string }) {
  const { first, next, after } = firstAndNext(preview, userId);
  if (first.length === 0) return <p className="drills-paged"><Icon name="warning" size={20} /><span>Nobody would be paged now. That is worth knowing: look at the coverage of this service first.</span></p>;
  return (
    <p className="drills-paged" data-testid="drill-paged">
      <Icon name="bell" size={20} />
      <span>
        <b>{first.join(', ')}</b> {verb(first)} paged at once.
        {next.length === 0 ? '' : ` Unanswered, ${next.join(', ')} ${verb(next)} paged ${durationWords(after)} later.`}
      </span>
    </p>
  );
}

const verb = (names: readonly string[]): string => (names.length === 1 && names[0]?.toLowerCase() !== 'you' ? 'is' : 'are');
