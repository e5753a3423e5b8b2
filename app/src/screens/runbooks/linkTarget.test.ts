import { expect, it } from 'vitest';
import { inReadingOrder, leadsElsewhere } from './linkTarget';

it.each([
  ['the dashboard', 'https://grafana.example/d/1', null],
  ['https://grafana.example', 'https://grafana.example/d/1', null],
  ['example.com', 'https://www.example.com/', null],
  ['https://bank.example/login', 'https://evil.example/login', 'evil.example'],
  ['bank.example', 'https://bank.example@evil.example:8443/', 'evil.example:8443'],
  ['bank.example and evil.example', 'https://evil.example/', 'evil.example'],
  // A Cyrillic а.
  ['https://bаnk.example', 'https://bank.example/', 'bank.example'],
  ['\u202Eknab.elpmaxe\u202C https://bank.example', 'https://evil.example', 'evil.example'],
  ['ops@team.example', 'mailto:evil@other.example', 'evil@other.example'],
  ['ops@team.example', 'mailto:ops@team.example?subject=x', null],
  ['write to us', 'mailto:ops@team.example', null],
  ['+49 30 1234', 'tel:+49301234', null],
  ['030 1234', 'tel:+19005550000', '+19005550000'],
  ['call Priya', 'tel:+49301234', null],
  ['https://bank.example', 'javascript:alert(1)', null],
  ['https://bank.example', '#step', null],
])('"%s" leading to %s shows %s', (words, href, shown) => {
  expect(leadsElsewhere(words, href)).toBe(shown);
});

it('takes out what turns the direction of writing around, and nothing else', () => {
  expect(inReadingOrder('rm \u202E/pmt\u202C -r\u2066f')).toBe('rm /pmt -rf');
  expect(inReadingOrder('שלום, naïve → ok')).toBe('שלום, naïve → ok');
});
