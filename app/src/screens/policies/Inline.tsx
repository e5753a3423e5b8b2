import type { SelectHTMLAttributes } from 'react';

/** A choice in the middle of a sentence, in the platform's own picker. `label` says what is chosen, for those who hear the screen. */
export function InlineChoice({ label, children, ...rest }: { label: string } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'>) {
  return <select {...rest} className="policy-inline" aria-label={label}>{children}</select>;
}
