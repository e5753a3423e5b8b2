import type { Notification } from '#domain/notification/notification';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { useMinute } from '../../ui';
import { isFailed, lifeWords, linkWords } from '../../words/notifications';
import { ChannelIcon } from './ChannelIcon';
import './notifications.css';

/** One message: when, which way, and how far it came. `lead`: whose it is or why, where that is not said above it. */
export function NotificationLine({ notification, lead }: { notification: Notification; lead?: string }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { createdAt, channel, attempts } = notification;
  return (
    <li className={`told-line${isFailed(notification) ? ' told-line-failed' : ''}`} data-testid="notification" data-status={notification.status}>
      <time className="told-time tabular" dateTime={new Date(createdAt).toISOString()}>{whenWords(createdAt, now, timeZone)}</time>
      <span className="told-icon"><ChannelIcon channel={channel} size={18} /></span>
      <span className="told-words">
        {lead ? <span className="told-lead">{lead}</span> : null}
        <span>{linkWords(notification)}<span className="told-life tabular">: {lifeWords(notification, now, timeZone)}{attempts > 1 ? ` (${attempts} attempts)` : ''}</span></span>
      </span>
    </li>
  );
}
