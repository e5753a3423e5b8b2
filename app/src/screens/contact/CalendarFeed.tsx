import { useState } from 'react';
import { Card, ConfirmSheet, QuietAction, say } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { useSaving } from '../configuration/useSaving';

/** The person's shifts in their own calendar. The address is a secret, so Rouse knows only its hash and can not show it again. */
export function CalendarFeed() {
  const saving = useSaving();
  const [link, setLink] = useState<string | null>(null);
  const [asking, ask] = useState<'create' | 'revoke' | null>(null);
  const create = async () => {
    const answer = await saving.save({ type: 'createCalendarFeed', scheduleId: null });
    if (answer?.link !== undefined) setLink(new URL(answer.link, location.origin).href);
  };
  const revoke = async () => {
    const answer = await saving.save({ type: 'revokeCalendarFeed', scheduleId: null });
    if (!answer) return;
    setLink(null);
    say(answer.message, answer.outcome === 'done' ? 'good' : 'plain');
  };
  return (
    <Card title="In your calendar">
      {link === null
        ? <p className="contact-detail">Your shifts as a calendar to subscribe to. Whoever has its address can read them.</p>
        : <><CopyText label="Address of your calendar" what="the address" text={link} testid="calendar-link" /><p className="quiet small contact-above">Shown only now. In your calendar: add a calendar from an address (URL).</p></>}
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="contact-actions contact-above">
        <QuietAction outlined disabled={saving.busy} onClick={() => ask('create')} data-testid="create-feed">{link === null ? 'Make an address' : 'Make a new one'}</QuietAction>
        <QuietAction tone="danger" disabled={saving.busy} onClick={() => ask('revoke')} data-testid="revoke-feed">End the address</QuietAction>
      </div>
      <ConfirmSheet open={asking === 'create'} onClose={() => ask(null)} title="Make an address" confirm="Make it" onConfirm={() => { void create(); }}>
        <p>It is shown once. An address that you made before stops working.</p>
      </ConfirmSheet>
      <ConfirmSheet open={asking === 'revoke'} onClose={() => ask(null)} title="End the address" confirm="End it" tone="danger" onConfirm={() => { void revoke(); }}>
        <p>Calendars that have it keep what they read last, and get nothing new.</p>
      </ConfirmSheet>
    </Card>
  );
}
