import { describe, expect, it } from 'vitest';
import { addressOf, filledIn, labelOf, partsOf, tools, toolsFor } from './tools';

describe('toolsFor', () => {
  it('answers every tool for an empty search, and none of those that are internal', () => {
    expect(toolsFor(' ')).toEqual(tools);
    expect(tools.length).toBeGreaterThan(3);
    expect(tools.some(({ internal }) => internal)).toBe(false);
  });

  it.each([['prometheus', 'alertmanager'], ['GRAF', 'grafana'], ['uptime k', 'uptimekuma'], ['curl', 'generic']])('finds %s', (search, name) => {
    expect(toolsFor(search).map((tool) => tool.name)).toContain(name);
  });

  it('answers none for what nobody calls a tool', () => {
    expect(toolsFor('no such tool')).toEqual([]);
  });
});

it('calls a source by its label, and one that it does not know by its name', () => {
  expect(labelOf('grafana')).toBe('Grafana');
  expect(labelOf('toString')).toBe('toString');
});

it.each([
  ['URL: {url}. Save.', ['URL: ', '{url}', '. Save.']],
  ['use {origin}/v1/hooks/datadog, and {"X-Rouse-Key": "{key}"}.', ['use ', '{origin}/v1/hooks/datadog', ', and {"X-Rouse-Key": "', '{key}', '"}.']],
  ['api_url: {origin}/', ['api_url: ', '{origin}/', '']],
  ['{origin}/v2/enqueue. Then', ['', '{origin}/v2/enqueue', '. Then']],
  ['nothing here', ['nothing here']],
])('cuts %s at its addresses', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

describe('filledIn', () => {
  const address = addressOf('grafana', 'k3y', 'https://rouse.example.com');
  it('fills each place, every time it occurs, and leaves the braces of a tool alone', () => {
    expect(filledIn('{url} {key} {origin} {origin}/v2 {{ .Alerts }} {summary}', address))
      .toBe('https://rouse.example.com/v1/hooks/grafana/k3y k3y https://rouse.example.com https://rouse.example.com/v2 {{ .Alerts }} {summary}');
  });

  it.each(tools.map((tool) => [tool.label, tool] as const))('leaves no place open in the words of %s', (_, { connect: { steps, code, notes = [] } }) => {
    expect([...steps, code?.text ?? '', ...notes].map((text) => filledIn(text, address)).join('\n')).not.toMatch(/\{(?:url|key|origin)\}/);
  });
});
