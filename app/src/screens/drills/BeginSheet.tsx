import type { DrillScenario } from '#domain/drill/drill';
import { scenarios } from '#domain/drill/scenarios';
import type { Preview } from '#domain/proof/proof';
import { usePerson } from '../../session/useSession';
import { PrimaryAction, QuietAction, Sheet } from '../../ui';
import type { Saving } from '../configuration/useSaving';
import { WhoIsPagedNow } from './WhoIsPagedNow';

/** Asks once more before people are paged, and names them. */
export function BeginSheet({ scenario, service, preview, saving, onBegin, onClose }: {
  scenario: DrillScenario; service: string; preview: Preview; saving: Saving; onBegin: () => void; onClose: () => void;
}) {
  const { userId } = usePerson();
  const { name, severity } = scenarios[scenario];
  return (
    <Sheet open onClose={onClose} title="Begin the drill now">
      <div className="sheet-words" data-testid="drill-confirm">
        <p>{name} on <b>{service}</b>, as {severity}.</p>
      </div>
      <WhoIsPagedNow preview={preview} userId={userId} />
      <p className="quiet small drills-note">Every message says DRILL first. Nothing is broken, and the public hears nothing. You can end it at any moment.</p>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded busy={saving.busy} onClick={onBegin} data-testid="confirm">{saving.busy ? 'Beginning' : 'Begin, and page'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Back</QuietAction>
      </div>
    </Sheet>
  );
}
