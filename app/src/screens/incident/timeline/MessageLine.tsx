import type { Notification } from '#domain/notification/notification';
import { Icon } from '../../../ui';
import { isFailed, lifeWords, linkWords, whyWords } from '../../../words/notifications';
import { type Clock, shownTime } from './when';

/** One message that went out: to whom, which way, why, and how far it came. */
export function MessageLine({ notification, now, clock }: { notification: Notification; now: number; clock: Clock }) {
  const { createdAt, userName, attempts } = notification;
  return (
    <li className={`timeline-line${isFailed(notification) ? ' timeline-warning' : ''}`} data-testid="timeline-message" data-status={notification.status}>
      <time className="timeline-time tabular" dateTime={new Date(createdAt).toISOString()}>{shownTime(createdAt, now, clock)}</time>
      <span className="timeline-icon"><Icon name={isFailed(notification) ? 'warning' : 'bell'} size={18} /></span>
      <div className="timeline-words">
        <p>{linkWords(notification)} to {userName} <span className="quiet">({whyWords(notification)})</span></p>
        <p className="quiet small tabular">{lifeWords(notification, now, clock.zone)}{attempts > 1 ? `, ${attempts} attempts` : ''}</p>
      </div>
    </li>
  );
}
