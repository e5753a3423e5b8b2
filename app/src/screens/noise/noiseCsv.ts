import { cellOf } from '../metrics/csv';
import { figures, type Line } from './noiseView';

type Words = { nameOf: (line: Line) => string; serviceOf: (serviceId: string) => string };

/** The lines that are shown, under a line of heads; made as the metrics' file is. */
export function noiseCsvOf(lines: readonly Line[], { nameOf, serviceOf }: Words): string {
  const heads = ['name', 'service', 'usual severity', ...figures.map(([head]) => head), 'last (UTC)'];
  const cells = lines.map((line) => [
    nameOf(line), line.of === 'alert' ? serviceOf(line.serviceId) : '', line.severity, ...figures.map(([, of]) => of(line)), new Date(line.lastAt).toISOString(),
  ]);
  return `\uFEFF${[heads, ...cells].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}
