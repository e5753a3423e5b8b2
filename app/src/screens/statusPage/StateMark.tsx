import { type ComponentState, componentStateNames } from '#domain/statusPage/component';
import './state-mark.css';

const shapes: Record<ComponentState, React.ReactElement> = {
  operational: <circle cx="8" cy="8" r="6" />,
  degraded: <rect x="1.500" y="1.500" width="13" height="13" rx="1" />,
  partialOutage: <path d="M8 1l7.500 13.500H.500z" />,
  majorOutage: <path d="M8 .5L15.500 8 8 15.500.500 8z" />,
  maintenance: <circle cx="8" cy="8" r="5.600" />,
};

/** How a component is, as shape, colour and word together, as on the public page; the worse ones look like the severities that they come from. */
export function StateMark({ state }: { state: ComponentState }) {
  return (
    <span className={`state-mark state-mark-${state}`}>
      <svg viewBox="0 0 16 16" width="0.9em" height="0.9em" aria-hidden="true" focusable="false">{shapes[state]}</svg>
      <span>{componentStateNames[state]}</span>
    </span>
  );
}
