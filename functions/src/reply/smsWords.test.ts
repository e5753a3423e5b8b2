import { expect, it } from 'vitest';
import { readSms } from './smsWords';

it.each([
  ['472', 'acknowledge', 472], [' 472. ', 'acknowledge', 472], ['ack 472', 'acknowledge', 472], ['472 ok', 'acknowledge', 472], ['A472', 'acknowledge', 472], ['４７２', 'acknowledge', 472],
  ['"472"', 'acknowledge', 472], ['472e', 'escalate', 472], ['472 E', 'escalate', 472], ['472\nE.', 'escalate', 472], ['e 472', 'escalate', 472], ['Next 472', 'escalate', 472],
  ['ack', 'acknowledge', null], ['A', 'acknowledge', null], ['OK!', 'acknowledge', null], ['Acknowledge', 'acknowledge', null], ['e', 'escalate', null], ['escalate', 'escalate', null],
] as const)('%j means to act', (text, act, code) => {
  expect(readSms(text)).toEqual({ kind: 'act', act, code });
});

it.each(['help', 'HELP', 'info', '?'])('%j asks for help', (text) => { expect(readSms(text)).toEqual({ kind: 'help' }); });
it.each(['STOP', 'stop.', 'Unsubscribe', 'START', 'yes', 'END', 'cancel'])('%j is answered by Twilio itself', (text) => { expect(readSms(text)).toEqual({ kind: 'twilioAnswers' }); });
it.each(['', '47', '4721', '472 please', 'I am driving', '472 473', 'ee', 'no'])('%j is not understood', (text) => { expect(readSms(text)).toEqual({ kind: 'unknown' }); });
