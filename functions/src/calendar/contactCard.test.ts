import { afterEach, expect, it, vi } from 'vitest';
import { contactCard } from './contactCard';

afterEach(() => { vi.unstubAllEnvs(); });
const numbers = (from: string, voiceFrom: string) => {
  vi.stubEnv('ROUSE_TWILIO_FROM', from);
  vi.stubEnv('ROUSE_TWILIO_VOICE_FROM', voiceFrom);
  const reply = contactCard();
  return 'text' in reply ? [...reply.text.matchAll(/^TEL;TYPE=CELL:(.*)\r$/gm)].map(([, number]) => number) : reply.status;
};

it('has the numbers that page, each once', () => {
  expect(numbers('+15005550006', '+15005550007')).toEqual(['+15005550006', '+15005550007']);
  expect(numbers('+15005550006', '+15005550006')).toEqual(['+15005550006']);
  expect(numbers(`MG${'0'.repeat(32)}`, '+15005550007')).toEqual(['+15005550007']);
});

it('is not there without a number', () => {
  expect([numbers('', ''), numbers(`MG${'0'.repeat(32)}`, '')]).toEqual([404, 404]);
});
