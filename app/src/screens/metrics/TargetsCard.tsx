import { lazy, Suspense, useState } from 'react';
import type { Figures } from '#domain/metrics/figures';
import { type againstTargets, measures, type MetricsTargets } from '#domain/metrics/targets';
import { Card, Icon, QuietAction } from '../../ui';
import { useMay } from '../configuration/useReadable';
import { counted } from '../configuration/counted';
import { measureNames, targetWords } from './words';

const TargetsSheet = lazy(() => import('./TargetsSheet'));

/** The medians of the severities that targets are for, each met or missed: by word, by shape and by colour. */
export function TargetsCard({ targets, figures, held }: { targets: MetricsTargets; figures: Figures; held: ReturnType<typeof againstTargets> }) {
  const mayChange = useMay('saveMetricsTargets');
  const [editing, setEditing] = useState(false);
  const of = targets.severities.join(', ');
  return (
    <Card title={`Against targets: ${of}`} action={mayChange ? <QuietAction onClick={() => setEditing(true)} data-testid="metrics-edit-targets">Edit</QuietAction> : null}>
      <ul className="metrics-targets">
        {measures.map((measure) => {
          const { met } = held[measure];
          return (
            <li key={measure} className={met === null ? '' : met ? 'metrics-met' : 'metrics-missed'} data-testid={`metrics-target-${measure}`}>
              <Icon name={met === null ? 'more' : met ? 'check' : 'warning'} size={20} />
              <span><b>{measureNames[measure].title}</b><br />{targetWords(figures[measure], held[measure])}</span>
            </li>
          );
        })}
      </ul>
      <p className="quiet small">Of {counted(figures.incidents, `${of} incident`)} in this time.</p>
      {editing ? <Suspense fallback={null}><TargetsSheet targets={targets} onClose={() => setEditing(false)} /></Suspense> : null}
    </Card>
  );
}
