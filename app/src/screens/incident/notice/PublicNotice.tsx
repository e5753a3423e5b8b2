import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { phaseNames } from '#domain/incident/phase';
import { useCommands } from '../../../commands/useCommands';
import { services } from '../../../live/configuration';
import { known } from '../../../live/live';
import { noticesOf, statusComponents } from '../../../live/statusPage';
import { useLive } from '../../../live/useLive';
import { usePerson } from '../../../session/useSession';
import { Card, Icon, Row, useMinute } from '../../../ui';
import { noticeAmong, noticeState } from './noticeState';
import './public-notice.css';

/** What the public knows of it: nothing, words that wait, or how far they were told. `offers`: whether one may be begun here. Members only. */
export default function PublicNotice({ incident, offers }: { incident: Incident; offers: boolean }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const notice = noticeAmong(useLive(useMemo(() => noticesOf(incident.id), [incident.id])), incident);
  const components = known(useLive(statusComponents));
  const service = known(useLive(services))?.find(({ id }) => id === incident.serviceId);
  const page = components === undefined ? undefined : { components: components.length, isTouched: components.some(({ id }) => id === service?.statusComponentId) };
  const state = noticeState(incident, { notice, page, offers }, now, timeZone);
  const to = (noticeId: string) => `/status-page/notices/${noticeId}`;
  switch (state.kind) {
    case 'nothing': return null;
    case 'drill': return <Card flush><Row start={<Icon name="eye" />} title="Public notice" detail="A drill is never told to the public." data-testid="notice-drill" /></Card>;
    case 'none': return <Card flush><Begin incidentId={incident.id} drafts={state.drafts} /></Card>;
    case 'waits': return (
      <Card tone="warning" title="Public notice">
        <p className="public-notice-words" data-testid="notice-waits"><b>{state.title}: {phaseNames[state.phase].toLowerCase()}.</b> {state.words}</p>
        <Link className="action action-quiet action-quiet-accent action-outlined" to={to(state.noticeId)} data-testid="review-notice"><span>Review and publish</span></Link>
      </Card>
    );
    case 'public': return (
      <Card title="Public notice">
        <p className="public-notice-words tabular" data-testid="notice-public">{state.standing}.</p>
        <Link className="action action-quiet action-quiet-accent action-outlined" to={to(state.noticeId)} data-testid="update-notice"><span>{state.next}</span></Link>
      </Card>
    );
    default: return state satisfies never;
  }
}

/** The way to the first words: drafted by Rouse, or where it cannot know what is touched, written by hand. */
function Begin({ incidentId, drafts }: { incidentId: string; drafts: boolean }) {
  const navigate = useNavigate();
  // Not `useSending`: the answer's id leads straight to the draft.
  const { act } = useCommands();
  const [sending, setSending] = useState(false);
  const byHand = `/status-page/notices/new?incident=${encodeURIComponent(incidentId)}`;
  const shown = { start: <Icon name="open" />, title: 'Draft a public notice', 'data-testid': 'draft-notice' };
  if (!drafts) return <Row {...shown} to={byHand} detail="Its service touches nothing on the status page: choose what it is." />;
  const draft = async () => {
    if (sending) return;
    setSending(true);
    const outcome = await act({ type: 'draftNotice', incidentId });
    setSending(false);
    // Where the answer names none, that address finds it.
    if (outcome.state === 'answered') void navigate(outcome.answer.savedId === undefined ? byHand : `/status-page/notices/${outcome.answer.savedId}`);
  };
  return (
    <Row
      {...shown} end={sending ? null : <Icon name="plus" size={18} />} onClick={() => { void draft(); }}
      detail={sending ? 'Drafting it. You read it before anybody outside does.' : 'Nobody outside has been told. You read it before they do.'}
    />
  );
}
