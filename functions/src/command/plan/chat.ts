import { z } from 'zod';
import type { CommandAnswer } from '#domain/command/answer';
import type { PlanCommand } from '#domain/command/plan';
import type { Person } from '#domain/people/person';
import { ChatSettings } from '#domain/plan/plan';
import { planFacts } from '../../plan/facts';
import { callSlack, slackSentence } from '../../plan/slack/api';
import { slackSecretId } from '../../plan/slack/channel';
import { at } from '../../store/documents';
import { save } from '../../store/saved';
import { deleteSecret, secretOf, writeSecret } from '../../store/secrets';
import { refusal } from '../refusal';

const Workspace = z.object({ team: z.string(), url: z.url({ protocol: /^https$/, hostname: /(?:^|\.)slack(?:-gov)?\.com$/ }) });

/** Connects the workspace that channels are opened in: the token is tried at Slack first, then kept encrypted, and never shown again. null disconnects it. */
export async function saveChat({ slack, commandId }: Extract<PlanCommand, { type: 'saveChat' }>, sender: Person): Promise<CommandAnswer> {
  const token = slack === null ? null : (slack.token ?? await secretOf(slackSecretId) ?? null);
  if (slack !== null && token === null) throw refusal('invalid', [{ path: 'slack.token', message: 'is needed to connect Slack' }]);
  const workspace = token === null ? null : await workspaceOf(token);
  await save({
    ref: at.chatSettings(), schema: ChatSettings, sender, commandId,
    change: (_before, _now, transaction) => {
      if (slack === null || token === null || workspace === null) {
        deleteSecret(transaction, slackSecretId);
        return { slack: null };
      }
      writeSecret(transaction, slackSecretId, token);
      return { slack: { team: workspace.team.slice(0, 80), url: workspace.url.endsWith('/') ? workspace.url : `${workspace.url}/`, tokenHint: token.slice(-4), inviteResponders: slack.inviteResponders } };
    },
  });
  await planFacts(true);
  return { outcome: 'done', code: 'saveChat', message: workspace === null ? 'Slack is disconnected. Plans post to their destinations.' : `Connected to ${workspace.team}. Plans open channels there from now on.` };
}

async function workspaceOf(token: string): Promise<z.infer<typeof Workspace>> {
  const answer = await callSlack('auth.test', token, { form: {} }, Workspace);
  switch (answer.kind) {
    case 'ok': return answer.value;
    case 'error': {
      const message = answer.error === 'invalid_auth' ? 'Slack does not know this token.' : slackSentence(answer.error);
      throw refusal('invalid', [{ path: 'slack.token', message }], message);
    }
    case 'unreachable': throw refusal('not-sent', [], 'Slack does not answer now, so the token could not be tried. Nothing was changed; try again in a minute.');
    default: return answer satisfies never;
  }
}
