import type { ContactMethod } from '#domain/contact/contactMethod';
import type { Reach } from '#domain/contact/reach';
import { withoutMethod } from '#domain/contact/ruleProblems';
import { say } from '../../ui';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useSaving } from '../configuration/useSaving';
import { removalWords } from './ruleWords';

/** Asks before a number or address goes, and says what it takes out of the rules. */
export function RemoveMethod({ method: { id, address }, reach, onClose }: { method: ContactMethod; reach: Reach; onClose: () => void }) {
  const saving = useSaving();
  const remove = async () => {
    const answer = await saving.save({ type: 'removeContactMethod', methodId: id });
    if (!answer) return;
    say(answer.message, 'good');
    onClose();
  };
  const words = removalWords(reach, id, withoutMethod(reach.rules, id, reach));
  return (
    <RemoveSheet name={address} saving={saving} onRemove={() => { void remove(); }} onClose={onClose}>
      {words.length === 0 ? <p>No rule of yours names it.</p> : words.map((each) => <p key={each}>{each}</p>)}
      <p>Coming back needs a new code.</p>
    </RemoveSheet>
  );
}
