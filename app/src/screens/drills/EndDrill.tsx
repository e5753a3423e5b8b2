import { say, PrimaryAction } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';

/** Ends a drill that runs: its incident is resolved, and nobody is paged for it any more. */
export function EndDrill({ drillId }: { drillId: string }) {
  const saving = useSaving();
  const end = async () => {
    const answer = await saving.save({ type: 'endDrill', drillId });
    if (answer !== null) say(answer.message, 'good');
  };
  return (
    <>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <PrimaryAction guarded busy={saving.busy} onClick={() => { void end(); }} data-testid="end-drill">{saving.busy ? 'Ending' : 'End the drill'}</PrimaryAction>
    </>
  );
}
