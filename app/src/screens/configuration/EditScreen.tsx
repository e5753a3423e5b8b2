import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { PrimaryAction, Screen, Stack } from '../../ui';
import type { Saving } from './useSaving';
import './configuration.css';

/** A form on a screen of its own: what it asks, and at the thumb Save with the reason why the last try did not work. */
export function EditScreen({ title, back, saving, onSave, does = 'Save', doing = 'Saving', children }: {
  title: string; back: { to: string; label: string }; saving: Saving; onSave: () => void; does?: string; doing?: string; children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  // The first field that is wrong may be far above the thumb.
  useEffect(() => {
    if (saving.refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [saving.refusals]);
  return (
    <Screen
      title={title} back={back}
      footer={(
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} onClick={onSave} data-testid="save">{saving.busy ? doing : does}</PrimaryAction>
        </>
      )}
    >
      <form ref={form} className="configuration-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!saving.busy) onSave(); }}>
        <Stack>{children}</Stack>
        <button type="submit" hidden>{does}</button>
      </form>
    </Screen>
  );
}
