import { useState } from 'react';
import type { ChatSettings } from '#domain/plan/plan';
import { Field, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import { Check } from '../configuration/Choices';
import { CopyText } from '../configuration/CopyText';
import { useSaving } from '../configuration/useSaving';

const scopes = 'channels:manage, channels:read, chat:write, users:read, users:read.email';

/** Connects a workspace by a bot token, with how to get one. The token is tried at Slack before it is kept. */
export function ChatSheet({ slack, onClose }: { slack: ChatSettings['slack']; onClose: () => void }) {
  const saving = useSaving();
  const [token, setToken] = useState('');
  const [inviteResponders, setInvite] = useState(slack?.inviteResponders ?? true);
  const save = async () => {
    const typed = token.trim();
    if (typed === '' && slack === null) return saving.refuse('Not connected yet.', [{ path: 'slack.token', message: 'is needed' }]);
    const answer = await saving.save({ type: 'saveChat', slack: { token: typed === '' ? null : typed, inviteResponders } });
    if (!answer) return;
    say(answer.message, 'good');
    onClose();
  };
  const wrong = saving.issueAt('slack.token', 'The token');
  return (
    <Sheet open onClose={onClose} title={slack === null ? 'Connect Slack' : 'Slack'}>
      <div className="plan-chat">
        {slack === null ? (
          <>
            <ol className="plan-chat-steps">
              <li>At <b>api.slack.com/apps</b> create an app from scratch, for your workspace.</li>
              <li>Under OAuth &amp; Permissions add the bot token scopes below.</li>
              <li>Install the app to the workspace, and copy the Bot User OAuth Token.</li>
            </ol>
            <CopyText label="Bot token scopes" what="the scopes" text={scopes} testid="chat-scopes" />
          </>
        ) : null}
        <Field
          label="Bot token" value={token} placeholder="xoxb-…" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={220} error={wrong}
          hint={slack === null ? 'Tried at once, then kept encrypted and never shown again.' : `Leave it empty to keep the one that ends in ${slack.tokenHint}.`} onChange={(event) => setToken(event.target.value)} data-testid="chat-token"
        />
        <Check label="Invite the responders" detail="Who is paged or has a role, where Slack knows the address that Rouse has." checked={inviteResponders} onChange={setInvite} />
        {saving.problem !== null && wrong === undefined ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      </div>
      <div className="sheet-actions">
        <PrimaryAction busy={saving.busy} onClick={() => { void save(); }} data-testid="save-chat">{saving.busy ? 'Trying the token' : slack === null ? 'Connect' : 'Save'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}
