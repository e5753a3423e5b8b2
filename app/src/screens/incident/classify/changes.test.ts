import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { acknowledge } from '#domain/incident/take';
import { anIncident } from '../../../incidentForTests';
import { type Classification, classifyWishes, consequences } from './changes';

const incident = anIncident();
const same: Classification = { title: incident.title, type: incident.type, severity: incident.severity, urgency: null };
const types = (chosen: Partial<Classification>) => classifyWishes(incident, { ...same, ...chosen }).map(({ type }) => type);

describe('what is sent', () => {
  it.each<[string, Partial<Classification>, string[]]>([
    ['nothing where nothing differs', {}, []], ['nothing for the urgency it has', { urgency: 'high' }, []], ['no empty title', { title: '  ' }, []],
    ['a title', { title: ' Payments fail ' }, ['renameIncident']], ['the severity alone', { severity: 'SEV3' }, ['setSeverity']],
    ['a chosen urgency after the severity that would overwrite it', { severity: 'SEV3', urgency: 'high' }, ['setSeverity', 'setUrgency']],
    ['everything', { title: 'x', type: 'defect', severity: 'SEV4', urgency: 'low' }, ['renameIncident', 'setType', 'setSeverity', 'setUrgency']],
  ])('%s', (_what, chosen, sent) => expect(types(chosen)).toEqual(sent));
});

describe('what comes of it', () => {
  const words = (of: typeof incident, chosen: Partial<Classification> & { urgency: 'high' | 'low' }) => consequences(of, { ...same, ...chosen }, defaultSeverityPolicy).join(' ');
  const decision = acknowledge(incident, { userId: 'ada', name: 'Ada' }, defaultSeverityPolicy, 1);
  if (decision.kind !== 'done') throw new Error(decision.code);
  const taken = decision.turn.incident;

  it('is nothing where nothing differs', () => expect(words(incident, { urgency: 'high' })).toBe(''));
  it('is a page where it becomes loud', () => expect(words({ ...incident, urgency: 'low' }, { urgency: 'high' })).toMatch(/pages at once/));
  it('is no page of what somebody has', () => expect(words({ ...taken, urgency: 'low' }, { urgency: 'high' })).toMatch(/if it triggers again/));
  it('is another lease, cadence and exit list', () => {
    expect(words({ ...incident, severity: 'SEV3' }, { severity: 'SEV1', urgency: 'high' })).toMatch(/10 min without.*every 30 min.*5 items/);
    expect(words(incident, { severity: 'SEV4', urgency: 'high' })).toMatch(/no exit list/);
  });
});
