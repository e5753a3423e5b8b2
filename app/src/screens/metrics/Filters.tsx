import { Severity } from '#domain/incident/severity';
import { useWide } from '../../layout/useWide';
import { ChoiceField, Icon } from '../../ui';
import { type Entry, grains, isFiltered, type Selection } from './selection';
import type { Names } from './useNames';

/** What is counted: on a phone behind one line that says what is chosen, in a wide window all in a row. */
export function Filters({ entries, selection, onSelect, names }: { entries: readonly Entry[]; selection: Selection; onSelect: (next: Selection) => void; names: Names }) {
  const wide = useWide();
  const fields = <Fields {...{ entries, selection, onSelect, names }} />;
  if (wide) return fields;
  return (
    <details className="metrics-choose">
      <summary data-testid="metrics-choose"><Icon name="menu" size={20} /><span>{chosenWords(selection, names)}</span></summary>
      {fields}
    </details>
  );
}

function Fields({ entries, selection, onSelect, names }: { entries: readonly Entry[]; selection: Selection; onSelect: (next: Selection) => void; names: Names }) {
  const { serviceId, severity, teamId, personId, grain } = selection;
  const serviceIds = new Set([...entries.map((entry) => entry.serviceId), ...(serviceId === '' ? [] : [serviceId])]);
  const people = new Set([...entries.flatMap(({ ownerId }) => ownerId ?? []), ...(personId === '' ? [] : [personId])]);
  return (
    <div className="metrics-filters">
      <ChoiceField label="Service" value={serviceId} onChange={({ target }) => onSelect({ ...selection, serviceId: target.value })}>
        <option value="">All</option>
        {inOrder([...serviceIds], names.serviceOf).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      <ChoiceField label="Severity" value={severity} onChange={({ target }) => onSelect({ ...selection, severity: Severity.options.find((each) => each === target.value) ?? '' })}>
        <option value="">All</option>
        {Severity.options.map((each) => <option key={each} value={each}>{each}</option>)}
      </ChoiceField>
      <ChoiceField label="Team" value={teamId} onChange={({ target }) => onSelect({ ...selection, teamId: target.value })}>
        <option value="">All</option>
        {inOrder(Object.keys(names.teams), (id) => names.teams[id]?.name ?? id).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      <ChoiceField label="Person who had it" value={personId} onChange={({ target }) => onSelect({ ...selection, personId: target.value })}>
        <option value="">All</option>
        {inOrder([...people], names.nameOf).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      <ChoiceField label="Charts by" value={grain} onChange={({ target }) => onSelect({ ...selection, grain: grains.find(({ key }) => key === target.value)?.key ?? grain })}>
        {grains.map(({ key, title }) => <option key={key} value={key}>{title}</option>)}
      </ChoiceField>
    </div>
  );
}

const inOrder = (ids: readonly string[], nameOf: (id: string) => string) => ids.map((id) => [id, nameOf(id)] as const).sort(([, a], [, b]) => a.localeCompare(b));

function chosenWords(selection: Selection, { serviceOf, nameOf, teams }: Names): string {
  const { serviceId, severity, teamId, personId, grain } = selection;
  if (!isFiltered(selection)) return `All incidents, charts by ${grain}`;
  const parts = [serviceId === '' ? '' : serviceOf(serviceId), severity, teamId === '' ? '' : (teams[teamId]?.name ?? ''), personId === '' ? '' : nameOf(personId)].filter((part) => part !== '');
  return `${parts.join(' · ')}, charts by ${grain}`;
}
