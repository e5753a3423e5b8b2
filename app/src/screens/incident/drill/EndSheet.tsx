import { useCommands } from '../../../commands/useCommands';
import { ConfirmSheet, say } from '../../../ui';

/** Ends a drill, once it is said what that means. */
export default function EndSheet({ drillId, open, onClose }: { drillId: string; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  const end = async () => {
    const outcome = await act({ type: 'endDrill', drillId });
    if (outcome.state === 'answered' && outcome.answer.outcome === 'done') say(outcome.answer.message, 'good');
  };
  return (
    <ConfirmSheet open={open} onClose={onClose} title="End the drill" confirm="End the drill" onConfirm={() => { void end(); }}>
      <p>It is resolved, and nobody is paged for it any more. Within a minute its result tells who was reached, and how fast.</p>
    </ConfirmSheet>
  );
}
