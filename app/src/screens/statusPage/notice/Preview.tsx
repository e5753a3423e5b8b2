import { phaseNames } from '#domain/incident/phase';
import type { StatusComponent } from '#domain/statusPage/component';
import { clockTime } from '#domain/time/words';
import { Card, useMinute } from '../../../ui';
import { StateMark } from '../StateMark';
import type { Written } from './noticeDraft';

/** What is about to be public, as it is read outside: the title, each component with its state, the phase and the words. Times there are in UTC. */
export function Preview({ written: { title, components: touched, phase, text }, components }: { written: Written; components: readonly StatusComponent[] }) {
  const now = useMinute();
  return (
    <Card title="How the public reads it">
      <div className="notice-preview" data-testid="notice-preview">
        <h3>{title.trim() === '' ? <span className="quiet">No title yet</span> : title}</h3>
        <ul>
          {touched.map(({ componentId, state }) => (
            <li key={componentId}><span>{components.find(({ id }) => id === componentId)?.name ?? 'A removed component'}</span><StateMark state={phase === 'resolved' ? 'operational' : state} /></li>
          ))}
        </ul>
        <p className="notice-when"><b>{phaseNames[phase]}</b><span className="tabular">{clockTime(now, 'UTC')} UTC</span></p>
        <p className="notice-text">{text.trim() === '' ? <span className="quiet">No words yet</span> : text.trim()}</p>
      </div>
    </Card>
  );
}
