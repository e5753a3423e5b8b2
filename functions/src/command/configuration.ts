import type { CommandAnswer } from '#domain/command/answer';
import type { ConfigurationCommand } from '#domain/command/command';
import { policyProblems } from '#domain/escalation/reach';
import type { Person } from '#domain/people/person';
import type { Integration } from '#domain/service/service';
import { db } from '../firebase';
import { idOf, newSecret, sha256 } from '../identity/identity';
import { recordAudit } from '../store/audit';
import { configuration } from '../store/configuration';
import { at } from '../store/documents';
import { toStored } from '../store/instants';
import { refusal } from './refusal';

/** An admin's change of configuration; who changed what goes to the audit. */
export async function changeConfiguration(sent: ConfigurationCommand, sender: Person): Promise<CommandAnswer> {
  const facts = await configuration(true);
  switch (sent.type) {
    case 'savePolicy': {
      const problems = policyProblems(sent.policy, facts, Date.now());
      if (problems.length > 0) throw refusal('nobody-reached', problems, problems[0]?.message);
      const batch = db().batch();
      batch.set(at.policy(sent.policy.id), toStored(sent.policy));
      recordAudit(batch, { sender, commandId: sent.commandId, what: `escalationPolicies/${sent.policy.id}`, before: facts.policies[sent.policy.id] ?? null, after: sent.policy });
      await batch.commit();
      await configuration(true);
      return { outcome: 'done', code: 'savePolicy', message: `${sent.policy.name} is saved. New incidents use it; open ones keep theirs.` };
    }
    case 'createIntegration': {
      if (facts.services[sent.serviceId] === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'There is no such service.' }]);
      const key = newSecret();
      const integration: Integration = {
        id: idOf('integration', sender.id, sent.commandId), name: sent.name, serviceId: sent.serviceId, source: sent.source, keyHint: key.slice(-4),
      };
      const batch = db().batch();
      batch.create(at.integration(integration.id), toStored(integration));
      batch.create(at.integrationKey(sha256(key)), { integrationId: integration.id });
      recordAudit(batch, { sender, commandId: sent.commandId, what: `integrations/${integration.id}`, before: null, after: integration });
      await batch.commit();
      return { outcome: 'done', code: 'createIntegration', message: 'Copy the key now: it is shown this once.', key, integrationId: integration.id };
    }
    default: return sent satisfies never;
  }
}
