import { useState } from 'react';
import type { ReactNode } from 'react';
import { type Incident, IncidentType } from '#domain/incident/incident';
import { Urgency, urgencyOf } from '#domain/incident/severity';
import type { SeverityAnswers } from '#domain/incident/severityGuide';
import { inSupportHours } from '#domain/service/supportHours';
import { useCommands } from '../../../commands/useCommands';
import { services } from '../../../live/configuration';
import { known } from '../../../live/live';
import { useFacts } from '../../../live/useFacts';
import { useLive } from '../../../live/useLive';
import { Field, PrimaryAction, useMinute } from '../../../ui';
import { SeverityChoice } from '../../report/SeverityChoice';
import { serviceOf } from '../timeline/when';
import { classifyWishes, consequences, typeGuide, urgencyGuide } from './changes';
import type { Classification } from './changes';
import '../sheet-foot.css';
import './classify.css';

/** Severity with its guide, type, urgency and title; what comes of the choice stands over the button that makes it so. */
export function ClassifyForm({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { act } = useCommands();
  const facts = useFacts();
  const service = serviceOf(incident, known(useLive(services)));
  const now = useMinute();
  const [answers, setAnswers] = useState<SeverityAnswers>(incident.impact?.answers ?? {});
  const [chosen, setChosen] = useState<Classification>({ title: incident.title, type: incident.type, severity: incident.severity, urgency: null });
  const { title, type, severity } = chosen;
  const change = (changed: Partial<Classification>) => setChosen({ ...chosen, ...changed });
  const urgency = chosen.urgency ?? (severity === incident.severity ? incident.urgency : urgencyOf(severity, facts.severities, inSupportHours(service, facts, now)));
  const wishes = classifyWishes(incident, chosen);
  const words = consequences(incident, { ...chosen, urgency }, facts.severities);
  const isOpen = incident.status !== 'resolved';
  const save = async () => {
    onClose();
    // In order, and no further than the first that is refused: the later ones build on it.
    for (const wish of wishes) if ((await act(wish)).state !== 'answered') return;
  };
  return (
    <form className="classify" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {isOpen ? <SeverityChoice severity={severity} answers={answers} severities={facts.severities} onChoose={(next) => change({ severity: next })} onAnswer={setAnswers} /> : null}
      <Choices legend="Type">
        {IncidentType.options.map((each) => <Choice key={each} group="classify-type" {...typeGuide[each]} checked={each === type} onSelect={() => change({ type: each })} />)}
      </Choices>
      {isOpen ? (
        <Choices legend="Urgency">
          {Urgency.options.map((each) => <Choice key={each} group="classify-urgency" {...urgencyGuide[each]} checked={each === urgency} onSelect={() => change({ urgency: each })} />)}
        </Choices>
      ) : null}
      <Field label="Title" value={title} maxLength={300} error={title.trim() === '' ? 'It needs a title.' : null} onChange={(event) => change({ title: event.target.value })} />
      <div role="status" className="classify-then">{words.map((each) => <p key={each}>{each}</p>)}</div>
      <div className="sheet-foot">
        <PrimaryAction submit disabled={wishes.length === 0 || title.trim() === ''} data-testid="classify-save">{wishes.length === 0 ? 'Nothing is changed' : severity === incident.severity ? 'Save' : `Save as ${severity}`}</PrimaryAction>
      </div>
    </form>
  );
}

function Choices({ legend, children }: { legend: string; children: ReactNode }) {
  return <fieldset className="classify-choices"><legend>{legend}</legend>{children}</fieldset>;
}

function Choice({ group, name, means, checked, onSelect }: { group: string; name: string; means: string; checked: boolean; onSelect: () => void }) {
  return (
    <label className="classify-choice" data-testid={`classify-${name}`}>
      <input type="radio" name={group} checked={checked} onChange={onSelect} />
      <span><b>{name}</b><span className="quiet small">{means}</span></span>
    </label>
  );
}
