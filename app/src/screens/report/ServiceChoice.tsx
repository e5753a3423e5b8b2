import { useId, useState } from 'react';
import type { Service } from '#domain/service/service';
import { Icon, QuietAction } from '../../ui';
import './report.css';

/** How many are large choices at once: what fits under a title on a phone. */
const FEW = 4;

/** What is affected, as large choices: the one used last stands first. */
export function ServiceChoice({ services, chosen, onChoose, error, label, hint }: {
  services: readonly Service[]; chosen: string; onChoose: (serviceId: string) => void; error: string | undefined; label: string; hint?: string | undefined;
}) {
  const id = useId();
  const [all, showAll] = useState(false);
  // What is chosen stays in sight, also when it came from a draft.
  const few = services.slice(0, FEW);
  const kept = services.find((service) => service.id === chosen);
  const shown = all || services.length <= FEW + 1 ? services : kept && !few.includes(kept) ? [...few.slice(0, FEW - 1), kept] : few;
  return (
    <fieldset className={`report-choice${error ? ' report-choice-wrong' : ''}`} aria-describedby={error || hint ? id : undefined}>
      <legend>{label}</legend>
      {shown.map(({ id: serviceId, name }) => (
        <label key={serviceId} className="report-service" data-testid="report-service">
          <input type="radio" name="service" value={serviceId} checked={serviceId === chosen} onChange={() => onChoose(serviceId)} />
          <span>{name}</span>
          {serviceId === chosen ? <Icon name="check" size={20} /> : null}
        </label>
      ))}
      {shown.length < services.length ? <QuietAction onClick={() => showAll(true)}>{services.length - shown.length} more</QuietAction> : null}
      {error ? <p id={id} className="field-error" role="alert">{error}</p> : hint ? <p id={id} className="field-hint">{hint}</p> : null}
    </fieldset>
  );
}
