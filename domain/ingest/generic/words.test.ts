import { expect, it } from 'vitest';
import { defaultSeverityPolicy, severityOfWord } from '../../incident/severity';
import { severityWordOf, statusOfWords } from './words';

it.each([
  ['firing', 'firing'], ['In_Alarm', 'firing'], ['re-triggered', 'firing'], ['no data', 'firing'], ['resolved', 'resolved'], ['is back up', 'resolved'], ['OK', 'resolved'],
  ['WARNING -> OK', 'resolved'], ['OK -> WARNING', 'firing'], ['not resolved', 'firing'], ['isn’t ok', 'firing'], ['resolved by Ada', 'resolved'], ['Acked', 'acknowledged'],
  ['TEST', 'test'], ['', undefined], ['purple', undefined], ['on_change', undefined], ['constructor', undefined], ['ok '.repeat(100), undefined],
])('%j says %s', (text, status) => {
  expect(statusOfWords(text)).toBe(status);
});

it.each([
  ['critical', 'SEV1'], ['CRIT', 'SEV1'], ['emerg', 'SEV1'], ['P1 - Critical', 'SEV1'], ['Priority 1', 'SEV1'], ['sev-1', 'SEV1'], ['S2', 'SEV2'], ['err', 'SEV2'], ['Error', 'SEV2'],
  ['p3', 'SEV3'], ['moderate', 'SEV3'], ['Informational', 'SEV4'], ['P5', 'SEV4'], ['SEV 4', 'SEV4'], ['lowest', 'SEV4'], ['P7', 'SEV2'], ['purple', 'SEV2'], ['5', 'SEV2'], ['', 'SEV2'],
])('%j is %s', (text, severity) => {
  expect(severityOfWord(severityWordOf(text), defaultSeverityPolicy)).toBe(severity);
});

it('a word that nobody knows stays, for a policy may have been taught it', () => {
  expect([severityWordOf(' Purple '), severityWordOf('P3'), severityWordOf(''), severityWordOf('x'.repeat(500))?.length]).toEqual(['Purple', 'P3', null, 100]);
});
