import { expect, it } from 'vitest';
import { readRunbook } from '#domain/runbook/frontMatter';
import { stepsOf } from '#domain/runbook/steps';
import { templateFor } from './template';

it.each([null, { id: 'checkout', name: 'Checkout' }, { id: 'a: b', name: 'He said "no": #1' }])('the template for %j can be saved as it is', (service) => {
  const { about, body, problems } = readRunbook(templateFor(service));
  expect(problems).toEqual([]);
  expect(about.services).toEqual(service ? [service.id] : []);
  expect(about.title).toBe(service ? `${service.name} is failing` : 'What is failing');
  expect(stepsOf(body)).toHaveLength(3);
});
