import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/configuration';
import type { OnCallCommand } from '#domain/command/oncall';
import { EscalationPolicy } from '#domain/escalation/policy';
import { policyProblems } from '#domain/escalation/reach';
import type { Person } from '#domain/people/person';
import { newFindings } from '#domain/proof/check';
import { configuration } from '../store/configuration';
import { at } from '../store/documents';
import { save } from '../store/saved';
import { refusal } from './refusal';

/** Saves a policy that reaches somebody; answers what the next 60 days leave open because of it. */
export async function savePolicy({ policy, commandId }: Extract<ConfigurationCommand, { type: 'savePolicy' }>, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const problems = policyProblems(policy, facts, Date.now());
  if (problems.length > 0) throw refusal('nobody-reached', problems, problems[0]?.message);
  const after = { ...facts, policies: { ...facts.policies, [policy.id]: policy } };
  const findings = newFindings(facts, after, Date.now());
  await save({ ref: at.policy(policy.id), schema: EscalationPolicy, sender, commandId, change: () => policy });
  return { outcome: 'done', code: 'savePolicy', message: `${policy.name} is saved. New incidents use it; open ones keep theirs.`, savedId: policy.id, findings };
}

/** Removes a policy that nothing uses. What still does is named. */
export async function removePolicy({ policyId, commandId }: Extract<OnCallCommand, { type: 'removePolicy' }>, sender: Person): Promise<CommandAnswer> {
  const { policies, services } = await configuration(true);
  const users = [
    ...Object.values(services).filter((service) => service.policyId === policyId), ...Object.values(policies).filter(({ handOffTo }) => handOffTo === policyId),
  ].map(({ name }) => name);
  if (users.length > 0) throw refusal('in-use', [], `${users.join(', ')} still ${users.length === 1 ? 'uses' : 'use'} it. Choose another policy there first.`);
  await save({
    ref: at.policy(policyId), schema: EscalationPolicy, sender, commandId,
    change: (existing) => { if (existing === undefined) throw refusal('no-such-policy'); return null; },
  });
  return { outcome: 'done', code: 'removePolicy', message: 'The policy is removed. Open incidents keep theirs.', savedId: policyId };
}
