import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useGrownUp } from './useGrownUp';
import { Icon } from './Icon';
import type { IconName } from './Icon';
import './actions.css';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type' | 'children'>;
type Props = Native & { children: ReactNode; icon?: IconName; submit?: boolean; 'data-testid'?: string };

/** The one thing to do on this screen: 60 px high, full width, in the accent. `tone` for what cannot be taken back. */
export function PrimaryAction({ children, icon, submit, tone = 'accent', busy, guarded, ...rest }: Props & {
  tone?: 'accent' | 'danger' | 'plain'; busy?: boolean;
  /** Does nothing in its first 600 ms on the screen, so that a thumb already on its way hits nothing by accident. */
  guarded?: boolean;
}) {
  const grownUp = useGrownUp(guarded === true);
  return (
    <button
      {...rest} type={submit ? 'submit' : 'button'} className={`action action-primary action-${tone}`}
      aria-busy={busy ? true : undefined} disabled={rest.disabled === true || busy === true}
      // Of a form, the tap itself is what submits.
      aria-disabled={grownUp ? undefined : true} onClick={(event) => { if (grownUp) rest.onClick?.(event); else event.preventDefault(); }}
    >
      {icon ? <Icon name={icon} /> : null}<span>{children}</span>
    </button>
  );
}

/** Everything else one can do: a text button, 44 px high. */
export function QuietAction({ children, icon, submit, tone = 'accent', guarded, outlined, ...rest }: Props & {
  tone?: 'accent' | 'danger' | 'plain'; guarded?: boolean; outlined?: boolean;
}) {
  const grownUp = useGrownUp(guarded === true);
  return (
    <button
      {...rest} type={submit ? 'submit' : 'button'}
      className={`action action-quiet action-quiet-${tone}${outlined ? ' action-outlined' : ''}`}
      aria-disabled={grownUp ? undefined : true} onClick={(event) => { if (grownUp) rest.onClick?.(event); }}
    >
      {icon ? <Icon name={icon} size={20} /> : null}<span>{children}</span>
    </button>
  );
}

/** A square button with a drawing; `label` is what it does, for those who hear the screen. */
export function IconAction({ label, icon, ...rest }: Native & { label: string; icon: IconName; 'data-testid'?: string }) {
  return <button {...rest} type="button" className="action action-icon" aria-label={label} title={label}><Icon name={icon} /></button>;
}
