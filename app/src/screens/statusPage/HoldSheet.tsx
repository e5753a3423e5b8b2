import { useState } from 'react';
import { Link } from 'react-router-dom';
import { ComponentState, componentStateNames, type StatusComponent } from '#domain/statusPage/component';
import { PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { Choices } from '../configuration/Choices';
import { useMay } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';

const means: Record<ComponentState, string> = {
  operational: 'It works.', degraded: 'It works, slower or with less than usual.', partialOutage: 'A part of it does not work, or not for everybody.',
  majorOutage: 'It does not work.', maintenance: 'It is worked on, as planned.',
};
const options = ComponentState.options.map((state) => ({ key: state, title: componentStateNames[state], detail: means[state] }));

/** Sets how a component is by hand, whatever is published; or lets it go again. */
export function HoldSheet({ component, state, open, onClose }: { component: StatusComponent; state: ComponentState; open: boolean; onClose: () => void }) {
  return <Sheet open={open} onClose={onClose} title={component.name}>{open ? <HoldForm component={component} now={state} onClose={onClose} /> : null}</Sheet>;
}

function HoldForm({ component, now, onClose }: { component: StatusComponent; now: ComponentState; onClose: () => void }) {
  const { id, name, held } = component;
  const mayEdit = useMay('saveComponent');
  const saving = useSaving();
  const [state, setState] = useState(now);
  const set = async (wanted: ComponentState | null) => {
    if (!(await saving.save({ type: 'holdComponent', componentId: id, state: wanted }))) return;
    say(wanted === null ? `${name} follows what is published again.` : `${name}: ${componentStateNames[wanted].toLowerCase()}, until somebody lets it go.`, 'good');
    onClose();
  };
  return (
    <>
      <div className="sheet-words"><p>{held === null ? 'Its state follows from what is published. Set by hand, it stays as it is set until somebody lets it go.' : `Set by hand by ${held.by}: no notice changes it until it is let go.`}</p></div>
      <Choices legend="The public reads" options={options} chosen={state} onChange={setState} />
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded busy={saving.busy} disabled={held?.state === state} onClick={() => { void set(state); }} data-testid="hold">{saving.busy ? 'Setting' : `Set to ${componentStateNames[state].toLowerCase()}`}</PrimaryAction>
        {held === null ? null : <QuietAction outlined icon="undo" disabled={saving.busy} onClick={() => { void set(null); }} data-testid="let-go">Let it go: follow what is published</QuietAction>}
        {mayEdit ? <Link className="action action-quiet action-quiet-plain" to={`/status-page/components/${id}`} data-testid="edit-component">Edit {name}</Link> : null}
      </div>
    </>
  );
}
