import { describe, expect, it } from 'vitest';
import { defaultSeverityPolicy } from '#domain/incident/severity';
import { exitLines, ruleFacts } from './words';

const policy = defaultSeverityPolicy;
const rolesIn = (facts: ReturnType<typeof ruleFacts>) => facts.find(([name]) => name === 'Roles proposed')?.[1];

describe('what a severity asks for, to read', () => {
  it('names the roles that are proposed: the usual ones, those of the policy, or none', () => {
    expect(rolesIn(ruleFacts(policy.SEV3, 'SEV3', policy))).toBe('Technical responder');
    expect(rolesIn(ruleFacts(policy.SEV4, 'SEV4', policy))).toBe('none');
    const own = { ...policy.SEV4, roles: ['scribe' as const, 'incidentCommander' as const] };
    expect(rolesIn(ruleFacts(own, 'SEV4', { ...policy, SEV4: own }))).toBe('Scribe, Incident commander');
  });

  it('has a line for each exit list, and none where nothing is asked', () => {
    expect(exitLines({ exitList: [] })).toEqual([]);
    expect(exitLines({ exitList: ['Verified'] })).toEqual(['Before it ends: Verified.']);
    expect(exitLines({ exitList: [], exitLists: { security: ['Keys rotated', 'Verified'], defect: [] } })).toEqual([
      'Before it ends: nothing is asked.', 'Defect, before it ends: nothing is asked.', 'Security, before it ends: Keys rotated, Verified.',
    ]);
  });
});
