import { useRef, useState } from 'react';
import type { MaintenanceWindow } from '#domain/maintenance/maintenanceWindow';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { ChoiceField, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { Choices } from '../configuration/Choices';
import { useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { modes } from './modes';
import { startingNow } from './windowDraft';

const lengths = [{ minutes: 30, words: '30 min' }, { minutes: 60, words: '1 h' }, { minutes: 120, words: '2 h' }, { minutes: 240, words: '4 h' }] as const;
/** In the picker, where a service's id stands otherwise: ids are never empty. */
const everything = '';

/** The fastest path: what, how long, go. `serviceId` is chosen already where one comes from a service. */
export function StartSheet({ serviceId, onClose }: { serviceId: string | null; onClose: () => void }) {
  const all = known(useReadable('services/{id}', services)) ?? [];
  const saving = useSaving();
  const [chosen, setChosen] = useState<string | null>(serviceId);
  const [minutes, setMinutes] = useState(60);
  const [mode, setMode] = useState<MaintenanceWindow['mode']>('suppress');
  // The first try's: a second one after no answer is then the same wish, and not a second window.
  const pressedAt = useRef<number | null>(null);
  const what = chosen ?? (all.length === 1 ? (all[0]?.id ?? null) : null);
  const start = async () => {
    if (what === null) return saving.refuse('Choose what is worked on.', [{ path: 'serviceIds', message: 'is needed' }]);
    const ids = what === everything ? [] : [what];
    const startsAt = (pressedAt.current ??= Date.now());
    const wish = startingNow(ids.map((id) => all.find((service) => service.id === id)?.name ?? id), ids, mode, minutes, startsAt);
    if (!(await saving.save({ type: 'saveMaintenanceWindow', windowId: null, ...wish }))) return;
    say('Maintenance is on. It holds within 30 s.', 'good');
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title="Start maintenance now">
      <div className="configuration-pair">
        <ChoiceField label="Service" value={what ?? 'choose'} error={saving.issueAt('serviceIds', 'The service')} onChange={(event) => setChosen(event.target.value)}>
          {what === null ? <option value="choose" disabled>Choose</option> : null}
          {[...all].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          <option value={everything}>All services</option>
        </ChoiceField>
        <ChoiceField label="For" value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
          {lengths.map((each) => <option key={each.minutes} value={each.minutes}>{each.words}</option>)}
        </ChoiceField>
      </div>
      <Choices legend="New alerts meanwhile" options={modes} chosen={mode} onChange={setMode} />
      <p className="quiet small maintenance-note">Open incidents go on paging. You can end it at any moment.</p>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded busy={saving.busy} onClick={() => { void start(); }} data-testid="confirm">{saving.busy ? 'Starting' : `Start now for ${lengths.find((each) => each.minutes === minutes)?.words ?? '1 h'}`}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}
