import { describe, expect, it } from 'vitest';
import { readTwiml } from '../../../../tests/fakes/twilioTwiml';
import { type CallPrompt, lastWords, pageCall, smsAnswer, spoken } from './twiml';

const prompt: CallPrompt = {
  severity: 'SEV1', serviceName: 'Checkout', title: 'Checkout is answering 503', others: 0, isPrivate: false, isDrill: false, keysUrl: 'https://rouse.example/v1/twilio/voice/a.b/keys?x=1&y=2',
};
const words = 'This is Rouse. Severity 1 on Checkout. Checkout is answering 503. Press 4 to acknowledge. Press 6 to page the next person. Press 1 to hear this again.';

describe('a call', () => {
  it('says three times what is wrong and which keys there are, then hangs up', () => {
    const verbs = readTwiml(pageCall(prompt));
    expect(verbs.map(({ name }) => name)).toEqual(['Gather', 'Gather', 'Gather', 'Say', 'Hangup']);
    for (const gather of verbs.slice(0, 3)) {
      expect(gather.attributes).toEqual({ numDigits: '1', timeout: '5', method: 'POST', action: prompt.keysUrl });
      expect(gather.inner.map(({ name, text }) => [name, text])).toEqual([['Say', words]]);
    }
  });

  it('of several counts the others', () => {
    expect(pageCall({ ...prompt, others: 3 })).toContain('And 3 more incidents. Press 4 to acknowledge all.');
    expect(pageCall({ ...prompt, others: 1 })).toContain('And 1 more incident.');
  });

  it.each([false, true])('of a drill says so before anything else; names kept back: %s', (isPrivate) => {
    expect(pageCall({ ...prompt, title: 'Payments fail', isDrill: true, isPrivate })).toMatch(/This is Rouse\. This is a drill\. (Severity 1 on Checkout\. Payments fail\.|A severity 1 page\.)/);
    expect(pageCall(prompt)).not.toContain('drill');
  });

  it('names nothing where the person wants that', () => {
    const document = pageCall({ ...prompt, isPrivate: true });
    expect(document).toContain('A severity 1 page.');
    expect(document).not.toContain('Checkout');
  });

  it.each(['</Say><Dial>+1900</Dial>', '"\'&amp;<![CDATA[', 'a\u0000b\u0008c\uFFFEd', '\uD800 half an emoji', ']]>', '🔥🔥'])('can be read whatever the alert says: %j', (title) => {
    const verbs = readTwiml(pageCall({ ...prompt, title, serviceName: title }));
    expect(verbs.map(({ name }) => name)).toEqual(['Gather', 'Gather', 'Gather', 'Say', 'Hangup']);
    expect(readTwiml(smsAnswer(title))[0]?.name).toBe('Message');
  });
});

describe('spoken words', () => {
  it.each([
    ['See https://grafana.example/d/abc?x=1 now', 'See now'],
    ['pod checkout-7d9f8b6c5d-x2k4q crashed', 'pod checkout x2k4q crashed'],
    ['id 3f2b8c1e-9a7d-4e5f-8b6a-1c2d3e4f5a6b failed', 'id failed'],
    ['disk_usage > 95% & rising', 'disk usage 95 percent and rising'],
    ['SEV1: INC-K7Q2MD', 'severity 1: the incident'],
    ['Latency is 2.5 s at 12:41', 'Latency is 2.5 s at 12:41'],
    ['Größe des Caches', 'Größe des Caches'],
  ])('%s', (text, said) => {
    expect(spoken(text, 200)).toBe(said);
  });

  it('end with a whole word', () => {
    expect(spoken('one two three', 9)).toBe('one two');
  });
});

describe('the last words', () => {
  it('are said, then it hangs up', () => {
    expect(readTwiml(lastWords('Acknowledged by you at 03:12. Nobody else will be paged.')).map(({ name, text }) => [name, text])).toEqual([
      ['Say', 'Acknowledged by you at 03:12. Nobody else will be paged.'], ['Hangup', ''],
    ]);
  });

  it('of an SMS may be none', () => {
    expect(readTwiml(smsAnswer(null))).toEqual([]);
  });
});
