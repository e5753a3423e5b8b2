import type { Figures } from '#domain/metrics/figures';
import { Card } from '../../ui';
import { Figure } from './Figure';
import { lengthWords, measureNames, spreadWords } from './words';

const shown = ['detect', 'acknowledge', 'restore', 'between'] as const;

/** The four times, each with its median large and what says how far to trust it beneath. */
export function TimesCard({ figures }: { figures: Figures }) {
  return (
    <Card title="Median times">
      <dl className="metrics-figures">
        {shown.map((measure) => {
          const { title, short, means } = measureNames[measure];
          const spread = figures[measure];
          return (
            <Figure
              key={measure} id={measure} title={title} short={short} means={means} large={spread === null ? 'Not measured' : lengthWords(spread.median)}
              beneath={spread === null ? null : spreadWords(spread, measure === 'between' ? 'gap' : 'incident')}
            />
          );
        })}
      </dl>
    </Card>
  );
}
