import { Icon } from '../../ui';
import './ask.css';

/** A call by the reader's own phone, to the number that its owner gave for that. `quiet`: a line of words; `small`: only the drawing, at the end of a row. */
export function CallByPhone({ name, number, quiet, small }: { name: string; number: string; quiet?: boolean; small?: boolean }) {
  if (small) return <a className="action action-icon" href={`tel:${number}`} aria-label={`Call ${name}`} title={`Call ${name}`} data-testid="call-by-phone"><Icon name="phone" size={20} /></a>;
  return (
    <a className={quiet ? 'action action-quiet action-quiet-accent' : 'action action-primary action-accent'} href={`tel:${number}`} data-testid="call-by-phone">
      <Icon name="phone" size={20} /><span>Call {name}{quiet ? null : <span className="call-number tabular">{number}</span>}</span>
    </a>
  );
}
