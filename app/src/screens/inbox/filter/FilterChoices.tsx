import type { ReactNode } from 'react';
import type { Incident } from '#domain/incident/incident';
import { Severity } from '#domain/incident/severity';
import { services as everyService } from '../../../live/configuration';
import { known } from '../../../live/live';
import type { useFacts } from '../../../live/useFacts';
import { useLive } from '../../../live/useLive';
import { ChoiceField, QuietAction, SeverityMark } from '../../../ui';
import { countOf, noFilter, TEAM_MEANS, toggled } from './filter';
import type { Filter } from './filter';
import { servicesToChoose, tagsToChoose } from './choices';
import './filter.css';

export type ChoicesProps = {
  filter: Filter; onChoose: (filter: Filter) => void; facts: ReturnType<typeof useFacts>;
  /** What the lists know: their services and tags are there to be chosen. */
  incidents: readonly Incident[];
};

/** Every choice of the filter, a row of each kind. Each acts at once: the list beneath shows what it does. */
export function FilterChoices({ filter, onChoose, facts, incidents }: ChoicesProps) {
  const every = known(useLive(everyService)) ?? [];
  const services = servicesToChoose(every, incidents, filter.services);
  const tags = tagsToChoose(incidents, filter.tags);
  const teams = Object.values(facts.teams ?? {}).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="filter-choices">
      <Kind title="Severity">
        {Severity.options.map((severity) => (
          <Choice key={severity} on={filter.severities.includes(severity)} onToggle={() => onChoose(toggled(filter, 'severities', severity))} testId={`filter-${severity}`}>
            <SeverityMark severity={severity} /> <span className="filter-meaning">{severityWords[severity]}</span>
          </Choice>
        ))}
      </Kind>
      {services.near.length + services.others.length === 0 ? null : (
        <Kind title="Service">
          {services.near.map(({ id, name }) => (
            <Choice key={id} on={filter.services.includes(id)} onToggle={() => onChoose(toggled(filter, 'services', id))} testId={`filter-service-${id}`}>{name}</Choice>
          ))}
          {services.others.length === 0 ? null : (
            <div className="filter-more">
              <ChoiceField label="Another service" value="" onChange={(event) => { if (event.target.value !== '') onChoose(toggled(filter, 'services', event.target.value)); }}>
                <option value="">Choose a service</option>
                {services.others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </ChoiceField>
            </div>
          )}
        </Kind>
      )}
      {teams.length === 0 ? null : (
        <Kind title="Team" words={TEAM_MEANS}>
          {teams.map(({ id, name }) => <Choice key={id} on={filter.teams.includes(id)} onToggle={() => onChoose(toggled(filter, 'teams', id))} testId={`filter-team-${id}`}>{name}</Choice>)}
        </Kind>
      )}
      {tags.length === 0 ? null : (
        <Kind title="Tag">
          {tags.map((tag) => <Choice key={tag} on={filter.tags.includes(tag)} onToggle={() => onChoose(toggled(filter, 'tags', tag))} testId={`filter-tag-${tag}`}>{tag}</Choice>)}
        </Kind>
      )}
      <p className="quiet small">What pages you is shown whatever is chosen here.</p>
      {countOf(filter) > 0 ? <QuietAction outlined onClick={() => onChoose(noFilter)} data-testid="filters-none">Clear filters</QuietAction> : null}
    </div>
  );
}

const severityWords: Record<Severity, string> = { SEV1: 'critical', SEV2: 'high', SEV3: 'medium', SEV4: 'low' };

function Kind({ title, words, children }: { title: string; words?: string; children: ReactNode }) {
  return (
    <fieldset className="filter-kind">
      <legend>{title}</legend>
      {words ? <p className="quiet small">{words}</p> : null}
      <div className="filter-row">{children}</div>
    </fieldset>
  );
}

function Choice({ on, onToggle, testId, children }: { on: boolean; onToggle: () => void; testId: string; children: ReactNode }) {
  return <button type="button" className="filter-choice" aria-pressed={on} onClick={onToggle} data-testid={testId}>{children}</button>;
}
