import type { Channel } from '#domain/notification/notification';
import '../../ui/icon.css';

const strokes: Record<Channel, string> = {
  push: 'M6 17V11a6 6 0 0112 0v6l1.500 1.500h-15zM10.500 21h3',
  sms: 'M4 5h16v11H10l-5 4v-4H4zM8.500 10.500h.01M12 10.500h.01M15.500 10.500h.01',
  voice: 'M6 3.500h3.500l1.500 4.500-2.200 1.600a12 12 0 005.600 5.600L16 13l4.500 1.500V18a2.500 2.500 0 01-2.700 2.500A16 16 0 013.500 6.200 2.500 2.500 0 016 3.500',
  email: 'M3.500 5.500h17v13h-17zM4 6.500l8 6.500 8-6.500',
  slack: 'M9 4L7 20M17 4l-2 16M4.500 9h16M3.500 15h16',
  teams: 'M9 4L7 20M17 4l-2 16M4.500 9h16M3.500 15h16',
  webhook: 'M8.500 7L3.500 12l5 5M15.500 7l5 5-5 5',
};

/** What a way to somebody is called in a list. */
export const channelNames: Record<Channel, string> = { push: 'push', sms: 'SMS', voice: 'call', email: 'e-mail', slack: 'Slack', teams: 'Teams', webhook: 'webhook' };

/** The drawing of a channel; its word stands beside it. */
export function ChannelMark({ channel, size = 20 }: { channel: Channel; size?: number }) {
  return <svg className={`icon channel-${channel}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false"><path d={strokes[channel]} /></svg>;
}
