import type { PlanStep } from '#domain/plan/plan';
import { stepKindNames } from '#domain/plan/stepName';
import { Icon, Row, Rows, Sheet } from '../../ui';
import { kindDetails, kindIcons, kindsInOrder } from './stepWords';

type Kind = PlanStep['kind'];
/** What a plan may have several times. */
const several: readonly Kind[] = ['page', 'callWebhook'];

/** What a plan can do, each with a sentence; what is there already and is needed once is not offered again. */
export function AddStep({ open, used, onAdd, onClose }: { open: boolean; used: readonly Kind[]; onAdd: (kind: Kind) => void; onClose: () => void }) {
  const offered = kindsInOrder.filter((kind) => several.includes(kind) || !used.includes(kind));
  return (
    <Sheet open={open} onClose={onClose} title="Add a step">
      <Rows label="Steps">
        {offered.map((kind) => <Row key={kind} start={<Icon name={kindIcons[kind]} />} title={stepKindNames[kind]} detail={kindDetails[kind]} onClick={() => onAdd(kind)} data-testid={`add-${kind}`} />)}
      </Rows>
    </Sheet>
  );
}
