import type { Channel } from '#domain/notification/notification';

// Drawn in the strokes of ui/Icon: what the ways to a person look like.
const strokes: Record<Channel, string> = {
  push: 'M6 17V11a6 6 0 0112 0v6l1.500 1.500h-15zM10.500 21h3',
  sms: 'M4 5h16v11.500h-9L6.500 20v-3.500H4zM8 9.500h8M8 12.500h5',
  voice: 'M5 4h4l1.500 4.500L8 10.500a11 11 0 005.500 5.500l2-2.500L20 15v4a1.500 1.500 0 01-1.700 1.500A15.500 15.500 0 013.500 5.700 1.500 1.500 0 015 4z',
  email: 'M3.500 5.500h17v13h-17zM3.500 6.500L12 13l8.500-6.500',
  slack: 'M9 4v16M15 4v16M4 9h16M4 15h16',
  teams: 'M4 5h16v11.500h-9L6.500 20v-3.500H4z',
  webhook: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
};

/** How a message goes, as a drawing beside its word. */
export function ChannelIcon({ channel, size = 20 }: { channel: Channel; size?: number }) {
  return <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false"><path d={strokes[channel]} /></svg>;
}
