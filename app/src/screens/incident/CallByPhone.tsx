import { Icon } from '../../ui';
import './ask.css';

/** A call by the reader's own phone, to the number that its owner gave for that. */
export function CallByPhone({ name, number, quiet }: { name: string; number: string; quiet?: boolean }) {
  return (
    <a className={quiet ? 'action action-quiet action-quiet-accent' : 'action action-primary action-accent'} href={`tel:${number}`} data-testid="call-by-phone">
      <Icon name="phone" size={20} /><span>Call {name}{quiet ? null : <span className="call-number tabular">{number}</span>}</span>
    </a>
  );
}
