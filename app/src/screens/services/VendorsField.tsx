import { useRef } from 'react';
import { Field, IconAction, QuietAction } from '../../ui';
import '../configuration/configuration.css';
import { mostVendors, newVendor } from './vendors';
import type { VendorDraft } from './vendors';
import './vendors.css';

/** Whom to call outside, while it is typed. */
export function VendorsField({ vendors, onChange, errorAt }: { vendors: readonly VendorDraft[]; onChange: (vendors: VendorDraft[]) => void; errorAt: (path: string, name: string) => string | undefined }) {
  const added = useRef(0);
  const set = (index: number, changed: Partial<VendorDraft>) => onChange(vendors.map((each, at) => (at === index ? { ...each, ...changed } : each)));
  const add = () => {
    added.current += 1;
    onChange([...vendors, newVendor(`added-${added.current}`)]);
  };
  return (
    <fieldset className="vendors">
      <legend>Whom to call outside</legend>
      {vendors.length === 0 ? <p className="quiet small">Who makes or runs a part of it: the number to call at night, and the contract to name.</p> : null}
      {vendors.map(({ key, name, phone, email, url, note }, index) => {
        const wrong = (field: string, what: string) => errorAt(`vendors.${index}.${field}`, what);
        return (
          <div className="vendor" role="group" aria-label={name || `Vendor ${index + 1}`} key={key} data-testid="vendor">
            <div className="vendor-head">
              <Field label="Vendor" placeholder="Card Co" value={name} maxLength={80} error={wrong('name', 'The name')} onChange={(event) => set(index, { name: event.target.value })} />
              <IconAction label={`Remove ${name || `vendor ${index + 1}`}`} icon="close" onClick={() => onChange(vendors.filter((_, at) => at !== index))} />
            </div>
            <div className="configuration-pair configuration-pair-wide">
              <Field label="Phone" type="tel" inputMode="tel" placeholder="+49 30 1234567" value={phone} maxLength={30} error={wrong('phone', 'The number')} onChange={(event) => set(index, { phone: event.target.value })} />
              <Field label="E-mail" type="email" inputMode="email" autoCapitalize="none" placeholder="help@example.com" value={email} maxLength={254} error={wrong('email', 'This')} onChange={(event) => set(index, { email: event.target.value })} />
            </div>
            <Field label="Page" type="url" inputMode="url" autoCapitalize="none" spellCheck={false} placeholder="https://" value={url} maxLength={2000} error={wrong('url', 'The address')} onChange={(event) => set(index, { url: event.target.value })} />
            <Field label="What to say" placeholder="Contract 4711, ask for the on-call" value={note} maxLength={300} error={wrong('note', 'This')} onChange={(event) => set(index, { note: event.target.value })} />
          </div>
        );
      })}
      {vendors.length >= mostVendors ? <p className="field-hint">Ten: as many as a service keeps.</p> : <QuietAction icon="plus" onClick={add} data-testid="add-vendor">Add a vendor</QuietAction>}
    </fieldset>
  );
}
