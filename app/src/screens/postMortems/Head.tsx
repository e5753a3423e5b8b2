import { useState } from 'react';
import { Link } from 'react-router-dom';
import { stateNames } from '#domain/postMortem/markdown';
import type { PostMortem } from '#domain/postMortem/postMortem';
import { whenWords } from '#domain/time/words';
import { known } from '../../live/live';
import { people } from '../../live/people';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Icon, QuietAction, SeverityMark, useMinute } from '../../ui';
import { useSending } from '../incident/useSending';
import { MeetingSheet } from './MeetingSheet';
import { dueWords } from './words';

const icons = { draft: 'note', inReview: 'eye', published: 'check' } as const;

/** What it is about, how far it is, until when, whose it is, and when it is gone through together. */
export function Head({ postMortem }: { postMortem: PostMortem }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const { sending, send } = useSending();
  const [meeting, setMeeting] = useState(false);
  const everybody = known(useLive(people));
  const owner = everybody?.find(({ id }) => id === postMortem.ownerId);
  const whose = owner === undefined ? (everybody === undefined ? '' : 'Nobody has it yet. ') : owner.id === userId ? 'You have it. ' : `${owner.name} has it. `;
  const { incidentId, title, severity, serviceName, state, reviewAt, resolvedAt } = postMortem;
  const { words, isLate } = dueWords(postMortem, now, timeZone);
  const move = (to: typeof state) => { void send('move', { type: 'movePostMortem', incidentId, state: to }); };
  return (
    <header className="post-mortem-head">
      <p className="post-mortem-line"><SeverityMark severity={severity} /><span>{serviceName}</span><Link to={`/incidents/${incidentId}`}>The incident</Link></p>
      <h2>{title}</h2>
      <Card>
        <p className="post-mortem-state" data-testid="post-mortem-state" data-state={state}>
          <span className={`post-mortem-mark post-mortem-mark-${state}`}><Icon name={icons[state]} size={18} />{stateNames[state]}</span>
          <span className={isLate ? 'post-mortem-late' : 'quiet'}>{words}</span>
        </p>
        <p className="quiet small">{whose}Resolved {whenWords(resolvedAt, now, timeZone)}. Every responder can write here.</p>
        <p className="post-mortem-meeting"><Icon name="onCall" size={18} /><span>{reviewAt === null ? 'No review meeting is set.' : `${reviewAt < now ? 'Gone through' : 'Gone through together'} ${whenWords(reviewAt, now, timeZone)}.`}</span></p>
        <div className="configuration-actions">
          {state === 'draft' ? <QuietAction outlined disabled={sending !== null} onClick={() => move('inReview')} data-testid="to-review">Start the review</QuietAction> : null}
          {state === 'draft' ? null : <QuietAction outlined disabled={sending !== null} onClick={() => move('draft')} data-testid="to-draft">Back to draft</QuietAction>}
          <QuietAction outlined onClick={() => setMeeting(true)} data-testid="meeting">{reviewAt === null ? 'Set a meeting' : 'Move the meeting'}</QuietAction>
        </div>
      </Card>
      <MeetingSheet postMortem={postMortem} open={meeting} onClose={() => setMeeting(false)} />
    </header>
  );
}
