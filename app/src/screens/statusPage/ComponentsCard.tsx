import { useNavigate } from 'react-router-dom';
import type { ComponentState, StatusComponent } from '#domain/statusPage/component';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, QuietAction, Row, Rows, useMinute } from '../../ui';
import { useMay } from '../configuration/useReadable';
import { StateMark } from './StateMark';
import { groupsOf } from './views';

/** Every component by group, with how it is now; one set by hand says so. Whoever may set a state taps its row. */
export function ComponentsCard({ components, states, onHold }: { components: readonly StatusComponent[]; states: ReadonlyMap<string, ComponentState>; onHold: (componentId: string) => void }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const navigate = useNavigate();
  const mayAdd = useMay('saveComponent');
  const mayHold = useMay('holdComponent');
  const groups = groupsOf(components);
  return (
    <Card flush title="Components" action={mayAdd ? <QuietAction icon="plus" onClick={() => { void navigate('/status-page/components/new'); }} data-testid="add-component">Add</QuietAction> : null}>
      {groups.map(({ name, components: inside }) => (
        <section key={name} className="status-group">
          {groups.length === 1 && name === '' ? null : <h3>{name === '' ? 'Other' : name}</h3>}
          <Rows label={name === '' ? 'Other components' : name}>
            {inside.map((component) => {
              const { id, held } = component;
              const shown = {
                title: component.name, end: <StateMark state={states.get(id) ?? 'operational'} />, 'data-testid': 'component-row',
                detail: held === null ? undefined : <span className="tabular">Set by hand by {held.by}, {whenWords(held.since, now, timeZone)}</span>,
              };
              return mayHold ? <Row key={id} {...shown} onClick={() => onHold(id)} /> : <Row key={id} {...shown} />;
            })}
          </Rows>
        </section>
      ))}
    </Card>
  );
}
