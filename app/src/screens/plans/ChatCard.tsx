import { useState } from 'react';
import type { ChatSettings } from '#domain/plan/plan';
import { Card, ConfirmSheet, QuietAction, say } from '../../ui';
import { useMay } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { ChatSheet } from './ChatSheet';

/** The Slack workspace in which an incident gets a channel of its own. */
export function ChatCard({ slack }: { slack: ChatSettings['slack'] }) {
  const mayChange = useMay('saveChat');
  const [connecting, setConnecting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const saving = useSaving();
  const disconnect = async () => {
    const answer = await saving.save({ type: 'saveChat', slack: null });
    if (answer) say(answer.message);
  };
  return (
    <Card title="Slack" tone={slack === null ? 'plain' : 'good'}>
      <div className="configuration-column">
        {slack === null
          ? <p>Not connected. Once it is, each incident can have a channel of its own, with the responders in it. To post into a channel that is there already, or to Teams, a destination is enough.</p>
          : <p data-testid="chat-connected">Connected to <b>{slack.team}</b> by the bot token that ends in <span className="tabular">{slack.tokenHint}</span>. {slack.inviteResponders ? 'Who is paged is invited.' : 'Nobody is invited by itself.'}</p>}
        {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
        {mayChange ? (
          <div className="configuration-actions">
            <QuietAction outlined onClick={() => setConnecting(true)} data-testid="connect-slack">{slack === null ? 'Connect Slack' : 'Change'}</QuietAction>
            {slack === null ? null : <QuietAction tone="danger" onClick={() => setLeaving(true)} data-testid="disconnect-slack">Disconnect</QuietAction>}
          </div>
        ) : null}
      </div>
      {connecting ? <ChatSheet slack={slack} onClose={() => setConnecting(false)} /> : null}
      <ConfirmSheet open={leaving} onClose={() => setLeaving(false)} title="Disconnect Slack" confirm="Disconnect" tone="danger" onConfirm={() => { void disconnect(); }}>
        <p>The token is forgotten. Plans that open a channel in Slack post to their backup from then on; where they have none, the step is skipped. Channels that are open stay.</p>
      </ConfirmSheet>
    </Card>
  );
}
