import { useId } from 'react';
import { ComponentState, componentStateNames, type StatusComponent } from '#domain/statusPage/component';
import type { Touched } from '#domain/statusPage/notice';
import { groupsOf } from './views';

/** What a notice of trouble may say of a component; planned work has its own notice. */
const states = ComponentState.options.filter((state) => state !== 'operational' && state !== 'maintenance');

/** Which components a notice touches, and how badly each: a box, and beside a chosen one its state. */
export function TouchedField({ legend, components, touched, error, onChange }: {
  legend: string; components: readonly StatusComponent[]; touched: readonly Touched[]; error: string | undefined; onChange: (touched: Touched[]) => void;
}) {
  const id = useId();
  const set = (componentId: string, state: ComponentState | null) => {
    const others = touched.filter((each) => each.componentId !== componentId);
    onChange(state === null ? others : touched.some((each) => each.componentId === componentId) ? touched.map((each) => (each.componentId === componentId ? { componentId, state } : each)) : [...others, { componentId, state }]);
  };
  const shown = groupsOf(components).flatMap((group) => group.components);
  return (
    <fieldset className="status-touched" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {shown.map((component) => {
        const chosen = touched.find(({ componentId }) => componentId === component.id);
        return (
          <div key={component.id} className="status-touched-line">
            <label>
              <input type="checkbox" checked={chosen !== undefined} aria-invalid={error ? true : undefined} onChange={({ target }) => set(component.id, target.checked ? 'degraded' : null)} />
              <span>{component.name}</span>
            </label>
            {chosen === undefined ? null : (
              <span className="field">
                <select aria-label={`How ${component.name} is`} value={chosen.state} onChange={({ target }) => set(component.id, ComponentState.parse(target.value))} data-testid={`state-${component.id}`}>
                  {[...new Set([...states, chosen.state])].map((state) => <option key={state} value={state}>{componentStateNames[state]}</option>)}
                </select>
              </span>
            )}
          </div>
        );
      })}
      {error ? <p className="field-error" id={`${id}-error`} role="alert">{error}</p> : null}
    </fieldset>
  );
}
