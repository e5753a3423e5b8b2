import type { Grain } from '#domain/metrics/buckets';
import type { Figures } from '#domain/metrics/figures';
import { Card } from '../../ui';
import { type Bar, Bars } from './Bars';
import { bucketName, lengthWords } from './words';

/** How it went on over the time, a bar for each day, week or month. */
export function Charts({ points, grain }: { points: readonly { date: string; figures: Figures }[]; grain: Grain }) {
  const named = points.map(({ date, figures }) => ({ name: bucketName(date, grain), figures }));
  const count = (value: number) => value.toLocaleString('en');
  const bars = (of: (figures: Figures) => Pick<Bar, 'value' | 'part'>): Bar[] => named.map(({ name, figures }) => ({ name, ...of(figures) }));
  const cards = [
    { title: 'Incidents', words: count, bars: bars(({ incidents }) => ({ value: incidents })) },
    { title: 'Pages', part: 'at night', words: count, bars: bars(({ pages, nightPages }) => ({ value: pages, part: nightPages })) },
    { title: 'Median to acknowledge', words: lengthWords, bars: bars(({ acknowledge }) => ({ value: acknowledge?.median ?? null })) },
    { title: 'Median to restore', words: lengthWords, bars: bars(({ restore }) => ({ value: restore?.median ?? null })) },
  ];
  return <>{cards.map(({ title, ...chart }) => <Card key={title} title={`${title}, by ${grain}`}><Bars title={`${title} by ${grain}`} {...chart} /></Card>)}</>;
}
