import { describe, expect, it } from 'vitest';
import { kept, keptResults } from './event';

describe('the results that an event keeps', () => {
  const results = (count: number, dedupKey: string) => Array.from({ length: count }, () => ({ dedupKey, action: 'triggered', incidentId: null }));

  it('are all of them, up to five hundred', () => {
    expect(kept(results(3, 'disk'))).toHaveLength(3);
    expect(kept(results(5_000, 'disk'))).toHaveLength(keptResults);
  });

  it('are fewer where they would fill the document', () => {
    const long = kept(results(500, '警'.repeat(1_000)));
    expect(long.length).toBeGreaterThan(100);
    expect(Buffer.byteLength(JSON.stringify(long))).toBeLessThan(600_000);
  });
});
