import type { Incident } from '#domain/incident/incident';
import type { PlanStep } from '#domain/plan/plan';
import { stepName } from '#domain/plan/stepName';
import { Sheet, useMinute } from '../../../ui';
import { usePlanFacts } from '../../plans/usePlanFacts';
import { Countdown } from '../Countdown';
import { pageWords } from './pageWords';

type Props = { incident: Incident; step: PlanStep; open: boolean; onClose: () => void; onDone: () => void };

/** A page that is tried again wakes people: it counts down 5 s first; closing the sheet in any way takes it back. */
export default function RetrySheet({ incident, step, open, onClose, onDone }: Props) {
  return (
    <Sheet open={open} onClose={onClose} title={stepName(step)}>
      {open ? <Counting incident={incident} step={step} onClose={onClose} onDone={onDone} /> : null}
    </Sheet>
  );
}

function Counting({ incident, step, onClose, onDone }: Omit<Props, 'open'>) {
  const facts = usePlanFacts();
  const now = useMinute();
  const words = facts.complete ? pageWords([step], incident, facts, now) : null;
  return <Countdown words={words ?? 'Whoever it reaches is paged'} onCancel={onClose} onDone={() => { onClose(); onDone(); }} />;
}
