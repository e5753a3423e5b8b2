import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy, isWorse, type Severity, SeverityPolicy, severityOfWord, urgencyOf } from './severity';

const hour = 60;

describe('the default severity policy', () => {
  it('fits its schema', () => {
    expect(SeverityPolicy.parse(defaultSeverityPolicy)).toEqual(defaultSeverityPolicy);
  });

  it.each([
    { severity: 'SEV1', name: 'Critical', respondWithinMinutes: 15, urgency: 'high', leaseMinutes: 10 },
    { severity: 'SEV2', name: 'High', respondWithinMinutes: 30, urgency: 'high', leaseMinutes: 30 },
    { severity: 'SEV3', name: 'Medium', respondWithinMinutes: 2 * hour, urgency: 'highInSupportHours', leaseMinutes: 4 * hour },
    { severity: 'SEV4', name: 'Low', respondWithinMinutes: 24 * hour, urgency: 'low', leaseMinutes: null },
  ] as const)('$severity: respond within $respondWithinMinutes min, urgency $urgency, lease $leaseMinutes min', ({ severity, ...rule }) => {
    expect(defaultSeverityPolicy[severity]).toMatchObject(rule);
  });

  it('asks an exit list and a post-mortem of SEV1 and SEV2 alone', () => {
    const asks = Object.fromEntries((['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const).map((severity) => {
      const { exitList, postMortemDueDays } = defaultSeverityPolicy[severity];
      return [severity, [exitList.length > 0, postMortemDueDays !== null]];
    }));
    expect(asks).toEqual({ SEV1: [true, true], SEV2: [true, true], SEV3: [false, false], SEV4: [false, false] });
  });
});

const table: Record<Severity, string[]> = {
  SEV1: ['critical', 'fatal', 'emergency', 'disaster', 'page', 'P1'],
  SEV2: ['error', 'high', 'major', 'P2'],
  SEV3: ['warning', 'medium', 'average', 'P3'],
  SEV4: ['info', 'low', 'minor', 'notice', 'P4', 'P5'],
};

describe('what a source says', () => {
  const words = Object.entries(table).flatMap(([severity, all]) => all.map((word) => ({ word, severity })));
  it.each(words)('"$word" is $severity, in any case and with space around it', ({ word, severity }) => {
    for (const spoken of [word, word.toUpperCase(), word.toLowerCase(), ` ${word}\n`]) {
      expect(severityOfWord(spoken, defaultSeverityPolicy)).toBe(severity);
    }
  });

  it.each([
    { what: 'no word at all', word: null }, { what: 'an empty word', word: '' }, { what: 'an unknown word', word: 'purple' },
    { what: "a word that every object has", word: 'constructor' }, { what: 'the word "none"', word: 'none' },
  ])('$what is SEV2: a page too loud beats one not heard', ({ word }) => {
    expect(severityOfWord(word, defaultSeverityPolicy)).toBe('SEV2');
  });

  it('means one severity only', () => {
    const all = (['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const).flatMap((severity) => defaultSeverityPolicy[severity].words);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(all.map((word) => word.toLowerCase()));
  });

  it('follows an edited policy', () => {
    const edited = { ...defaultSeverityPolicy, SEV3: { ...defaultSeverityPolicy.SEV3, words: ['purple'] }, unnamed: 'SEV4' as const };
    expect([severityOfWord('purple', edited), severityOfWord('warning', edited), severityOfWord(null, edited)]).toEqual(['SEV3', 'SEV4', 'SEV4']);
  });
});

it('a lower number is worse, and none is worse than itself', () => {
  expect([isWorse('SEV1', 'SEV2'), isWorse('SEV2', 'SEV1'), isWorse('SEV3', 'SEV3')]).toEqual([true, false, false]);
});

it('SEV4 alone is quiet; SEV3 is loud while services have no support hours', () => {
  expect((['SEV1', 'SEV2', 'SEV3', 'SEV4'] as const).map((severity) => urgencyOf(severity, defaultSeverityPolicy, true))).toEqual(['high', 'high', 'high', 'low']);
});
