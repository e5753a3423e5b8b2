import { useId } from 'react';
import { Field } from '../../ui';

/** A time zone, found by typing a part of its name. */
export function ZoneField({ label, value, hint, error, onChange }: { label: string; value: string; hint?: string; error?: string | undefined; onChange: (zone: string) => void }) {
  const id = useId();
  return (
    <>
      <Field label={label} value={value} list={id} maxLength={64} autoCapitalize="none" autoComplete="off" spellCheck={false} error={error} {...(hint === undefined ? {} : { hint })} onChange={(event) => onChange(event.target.value.replaceAll(' ', '_'))} />
      <datalist id={id}>{['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => <option key={zone} value={zone} />)}</datalist>
    </>
  );
}
