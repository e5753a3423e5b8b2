import { useMemo } from 'react';
import { bucketsOf } from '#domain/metrics/buckets';
import { figuresOf } from '#domain/metrics/figures';
import { inTimeOf } from '#domain/metrics/inTime';
import type { MetricsMonth } from '#domain/metrics/row';
import { againstTargets, type MetricsTargets } from '#domain/metrics/targets';
import { dateOf, wallAt } from '#domain/time/wallClock';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Icon, QuietAction } from '../../ui';
import { counted } from '../configuration/counted';
import { BreakdownCard } from './BreakdownCard';
import { Charts } from './Charts';
import { csvOf } from './csv';
import { Filters } from './Filters';
import { InTimeCard } from './InTimeCard';
import { PagerCard } from './PagerCard';
import { periods } from './periods';
import { QualityCard } from './QualityCard';
import { saveFile } from './saveFile';
import { entriesOf, isFiltered, selected, type Selection } from './selection';
import { TargetsCard } from './TargetsCard';
import { TimesCard } from './TimesCard';
import { useNames } from './useNames';
import './metrics.css';

type Props = {
  months: readonly MetricsMonth[];
  /** null: they can't be read. */
  targets: MetricsTargets | null;
  from: number; to: number; selection: Selection; onSelect: (next: Selection) => void;
  /** This device may not know all of it. */
  isPartial: boolean;
};

/** What the incidents of a time come to, of all or of those that are chosen. */
export function Dashboard({ months, targets, from, to, selection, onSelect, isPartial }: Props) {
  const names = useNames();
  const { timeZone } = usePerson();
  const { teams, severities } = names;
  const entries = useMemo(() => entriesOf(months, { from, to }), [months, from, to]);
  const computed = useMemo(() => {
    const chosen = selected(entries, selection, teams);
    // Targets name their own severities: another that is chosen would leave nothing to hold against them.
    const aimed = figuresOf(selected(entries, { ...selection, severity: '' }, teams).filter(({ severity }) => targets?.severities.includes(severity)));
    return {
      chosen, figures: figuresOf(chosen), aimed: targets === null ? null : { targets, figures: aimed, held: againstTargets(aimed, targets) }, inTime: inTimeOf(chosen, severities),
      points: bucketsOf(chosen, from, to, selection.grain, timeZone).map(({ startAt, rows }) => ({ date: dateOf(wallAt(startAt, timeZone)), figures: figuresOf(rows) })),
    };
  }, [entries, selection, teams, severities, targets, from, to, timeZone]);

  const title = periods.find(({ key }) => key === selection.period)?.title ?? '';
  const note = isPartial ? <p className="metrics-note" role="status"><Icon name="warning" size={20} /><span>Offline: counted from what this device has read before. What ended since, and months that it never read, are missing.</span></p> : null;
  if (entries.length === 0) {
    return (
      <Empty title={isPartial ? 'Not on this device' : `Nothing has ended in ${title}`} icon="clock">
        <p>{isPartial ? 'It has not read these months before. They show as soon as there is a connection.' : 'As soon as an incident is resolved, its figures stand here.'}</p>
      </Empty>
    );
  }
  const { chosen, figures, points } = computed;
  const save = () => saveFile(`rouse-metrics-${dateOf(wallAt(from, timeZone))}-to-${dateOf(wallAt(to - 1, timeZone))}.csv`, csvOf(chosen, names), 'text/csv;charset=utf-8');
  return (
    <div className="metrics tabular">
      <Filters entries={entries} selection={selection} onSelect={onSelect} names={names} />
      {note}
      {chosen.length === 0 ? (
        <Empty title="No incident fits" icon="clock" action={<QuietAction outlined onClick={() => onSelect({ ...selection, serviceId: '', severity: '', teamId: '', personId: '' })}>Show all {entries.length.toLocaleString('en')}</QuietAction>}>
          <p>{counted(entries.length, 'incident')} ended in {title}, none of them of this choice.</p>
        </Empty>
      ) : (
        <>
          <div className="metrics-lead">
            <p data-testid="metrics-lead">{counted(figures.incidents, 'incident')}, {counted(figures.pages, 'page')}, {figures.nightPages === 0 ? 'none' : figures.nightPages.toLocaleString('en')} of them at night.</p>
            <QuietAction outlined onClick={save} data-testid="metrics-csv">Save as CSV</QuietAction>
          </div>
          <div className="metrics-grid">
            <TimesCard figures={figures} />
            {computed.aimed === null ? <Card title="Against targets"><p className="quiet">The targets can’t be read now. They show as soon as there is a connection.</p></Card> : <TargetsCard {...computed.aimed} />}
            <Charts points={points} grain={selection.grain} />
            <QualityCard figures={figures} />
            <InTimeCard inTime={computed.inTime} />
            <BreakdownCard rows={chosen} names={names} />
            <PagerCard figures={figures} />
          </div>
          <div className="quiet small metrics-legend">
            <p>Counted are incidents that have ended, by when they were triggered; what is open counts once it ends, and one that was merged counts in the other. {isFiltered(selection) && selection.teamId !== '' ? 'A team’s incidents are those that its members of today had. ' : ''}The median is what half stay below, p90 what nine in ten stay below.</p>
            <p>A page counts once however many ways it was sent, and again for each step or round that came back to the same person. Night is 22:00 to 07:00 by each person’s own clocks.</p>
          </div>
        </>
      )}
    </div>
  );
}
