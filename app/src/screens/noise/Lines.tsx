import { useState } from 'react';
import type { EndedIncident } from '#domain/noise/noise';
import { NoiseKind } from '#domain/noise/noise';
import { longestName } from '#domain/metrics/row';
import { dateOf, wallAt } from '#domain/time/wallClock';
import { usePerson } from '../../session/useSession';
import { ChoiceField, Empty, Icon, QuietAction, useMinute } from '../../ui';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { useMay } from '../configuration/useReadable';
import { saveFile } from '../metrics/saveFile';
import { useNames } from '../metrics/useNames';
import { FiguresTable } from './FiguresTable';
import { NoiseCard } from './NoiseCard';
import { noiseCsvOf } from './noiseCsv';
import { kindNames, leadWords, type Line, linesOf, type NamedRule, noisyServices, type Selection, unknownRule } from './noiseView';
import './noise.css';

/** So many cards at first: the worst are what one tunes. */
const atFirst = 10;

type Props = {
  incidents: readonly EndedIncident[]; rules: ReadonlyMap<string, NamedRule>; selection: Selection; onSelect: (next: Selection) => void;
  /** Whether a rule that is not in `rules` is gone. */
  everyRuleIsRead: boolean;
  /** This device may not know all of it. */
  isPartial: boolean;
};

/** What paged for nothing, as cards or as one table, with what is chosen of it above. */
export function Lines({ incidents, rules, everyRuleIsRead, selection, onSelect, isPartial }: Props) {
  const names = useNames();
  const mayTune = useMay('saveRoutingRules');
  const everyService = known(useLive(services));
  // Of a service that is gone there are no rules to change.
  const isThere = (line: Line) => line.of === 'rule' || everyService?.some(({ id }) => id === line.serviceId) === true;
  const { timeZone } = usePerson();
  const now = useMinute();
  const [all, setAll] = useState(false);
  const { serviceId, kind, asTable, by } = selection;
  const { lines, waste } = linesOf(incidents, selection);
  const unknown = unknownRule(everyRuleIsRead);
  const nameOf = (line: Line) => (line.of === 'alert' ? `${line.name}${line.name.length >= longestName - 1 ? '…' : ''}` : (rules.get(line.ruleId)?.name ?? unknown.name));
  const serviceIds = [...new Set([...noisyServices(incidents), ...(serviceId === '' ? [] : [serviceId])])].sort((a, b) => names.serviceOf(a).localeCompare(names.serviceOf(b)));
  const isFiltered = serviceId !== '' || kind !== 'all';
  const save = () => saveFile(`rouse-noise-${dateOf(wallAt(now, timeZone))}.csv`, noiseCsvOf(lines, { nameOf, serviceOf: names.serviceOf }), 'text/csv;charset=utf-8');
  if (incidents.length === 0) {
    return (
      <Empty title={isPartial ? 'Not on this device' : 'Nothing has ended in 90 days'} icon="silence">
        <p>{isPartial ? 'It has not read these months before. They show as soon as there is a connection.' : 'Once incidents are resolved, those that led to nothing stand here.'}</p>
      </Empty>
    );
  }
  return (
    <div className="noise tabular">
      <div className="noise-choose">
        <ChoiceField label="Service" value={serviceId} onChange={({ target }) => onSelect({ ...selection, serviceId: target.value })}>
          <option value="">All</option>
          {serviceIds.map((id) => <option key={id} value={id}>{names.serviceOf(id)}</option>)}
        </ChoiceField>
        <ChoiceField label="What counts" value={kind} onChange={({ target }) => onSelect({ ...selection, kind: NoiseKind.find((each) => each === target.value) ?? 'all' })}>
          {NoiseKind.map((each) => <option key={each} value={each}>{kindNames[each]}</option>)}
        </ChoiceField>
      </div>
      {isPartial ? <p className="noise-note" role="status"><Icon name="warning" size={20} /><span>Offline: counted from what this device has read before. The true counts may be higher.</span></p> : null}
      {lines.length === 0 ? (
        <Empty title={isFiltered ? 'Nothing of this choice' : by === 'rule' ? 'No rule makes noise' : 'No noise'} icon="check" action={isFiltered ? <QuietAction outlined onClick={() => onSelect({ ...selection, serviceId: '', kind: 'all' })}>Show all</QuietAction> : null}>
          <p>{by === 'rule' ? 'No incident that a routing rule decided about led to nothing.' : 'Every page was right or acted on, as far as anybody has said.'}</p>
        </Empty>
      ) : (
        <>
          <div className="noise-lead">
            <p data-testid="noise-lead">{leadWords(waste)}</p>
            <div className="noise-ways">
              <QuietAction outlined onClick={() => onSelect({ ...selection, asTable: !asTable })} data-testid="noise-table">{asTable ? 'As cards' : 'As a table'}</QuietAction>
              <QuietAction outlined onClick={save} data-testid="noise-csv">Save as CSV</QuietAction>
            </div>
          </div>
          {mayTune ? null : <p className="quiet small">What would make an alert quieter is proposed here. Only admins change rules: show them the line that wakes you.</p>}
          {asTable ? <FiguresTable lines={lines} nameOf={nameOf} serviceOf={names.serviceOf} /> : (
            <div className="noise-grid">
              {(all ? lines : lines.slice(0, atFirst)).map((line) => (
                <NoiseCard key={line.of === 'alert' ? `${line.serviceId} ${String(line.titled)} ${line.name}` : line.ruleId} line={line} name={nameOf(line)} rules={rules} unknown={unknown.because} serviceOf={names.serviceOf} mayTune={mayTune && isThere(line)} />
              ))}
            </div>
          )}
          {!asTable && !all && lines.length > atFirst ? <QuietAction outlined onClick={() => setAll(true)}>Show all {lines.length.toLocaleString('en')}</QuietAction> : null}
          <p className="quiet small noise-legend">A page led to nothing where its incident was judged a false positive, or where nobody acted on it and nobody has judged it. Acting is to take it, resolve it, or work on it; what a plan or a rule does is not.
            {' '}Rate what has ended: the more verdicts, the better the proposals.</p>
        </>
      )}
    </div>
  );
}
