import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import './field.css';

type Words = { label: string; hint?: string; error?: string | null | undefined };

function Frame({ id, label, hint, error, children }: Words & { id: string; children: ReactNode }) {
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && !error ? <p className="field-hint" id={`${id}-words`}>{hint}</p> : null}
      {error ? <p className="field-error" id={`${id}-words`} role="alert">{error}</p> : null}
    </div>
  );
}

const spoken = (id: string, { hint, error }: Words) => ({
  id, 'aria-invalid': error ? true : undefined, 'aria-describedby': hint || error ? `${id}-words` : undefined,
});

/** One line of text with its label above and its error below. */
export function Field({ label, hint, error, ...rest }: Words & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>) {
  const id = useId();
  return <Frame id={id} {...{ label, hint, error }}><input {...rest} {...spoken(id, { label, hint, error })} /></Frame>;
}

/** Several lines of text. */
export function TextField({ label, hint, error, ...rest }: Words & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'>) {
  const id = useId();
  return <Frame id={id} {...{ label, hint, error }}><textarea rows={4} {...rest} {...spoken(id, { label, hint, error })} /></Frame>;
}

/** One of a list, in the platform's own picker: on a phone nothing beats it. Children are <option>s. */
export function ChoiceField({ label, hint, error, children, ...rest }: Words & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className'>) {
  const id = useId();
  return <Frame id={id} {...{ label, hint, error }}><select {...rest} {...spoken(id, { label, hint, error })}>{children}</select></Frame>;
}
