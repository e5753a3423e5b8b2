import { expect, it } from 'vitest';
import { contactHref } from './contactLink';

it.each([
  ['+49 30 1234', 'tel:+49301234'],
  ['tel:+49301234', 'tel:+49301234'],
  ['(030) 12-34', 'tel:0301234'],
  ['112', 'tel:112'],
  ['1120', 'tel:1120'],
  ['ops@example.com', 'mailto:ops@example.com'],
  ['mailto:ops@example.com', 'mailto:ops@example.com'],
  ['ops@example.com?bcc=evil@example.com', null],
  ['#payments on Slack', null],
  ['javascript:alert(1)', null],
  ['ask the desk, extension 12', null],
])('%s → %s', (how, href) => {
  expect(contactHref(how)).toBe(href);
});
