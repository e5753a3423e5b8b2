import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { useFacts } from '../../../live/useFacts';
import { usePerson } from '../../../session/useSession';
import { Field, Icon, Row, Rows, Skeleton } from '../../../ui';
import { peopleToChoose } from './peopleToChoose';

/** Chooses a person by a tap, with a search once there are many. `nobody`: the words of the row that chooses none. */
export function PersonChoice({ incident, without = [], nobody, onChoose }: {
  incident: Incident; without?: readonly string[]; nobody?: string; onChoose: (person: { userId: string; name: string } | null) => void;
}) {
  const { userId } = usePerson();
  const { people, complete } = useFacts();
  const [typed, setTyped] = useState('');
  if (!complete) return <Skeleton rows={3} label="Loading people" />;
  const all = peopleToChoose(people, incident, userId, '', without);
  const matching = peopleToChoose(people, incident, userId, typed, without);
  return (
    <>
      {all.length > 6 ? <Field label="Find" type="search" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} /> : null}
      {matching.length === 0 ? <p className="quiet">{typed.trim() === '' ? 'There is nobody else who may act.' : 'Nobody by this name.'}</p> : null}
      <Rows label="People">
        {nobody === undefined || typed.trim() !== '' ? null : <Row start={<Icon name="close" />} title={nobody} onClick={() => onChoose(null)} data-testid="choose-nobody" />}
        {matching.map((person) => (
          <Row
            key={person.userId} start={<Icon name="person" />} title={person.name} {...(person.detail === '' ? {} : { detail: person.detail })}
            onClick={() => onChoose({ userId: person.userId, name: people[person.userId]?.name ?? person.name })} data-testid={`choose-${person.userId}`}
          />
        ))}
      </Rows>
    </>
  );
}
