import type { ChannelResult } from '../channelResult';
import { createAtTwilio } from '../twilio/twilio';

/**
 * Calls one number. `to`: E.164; `answerUrl`: what is said is asked for there when somebody picks up, so that it is true then; `statusUrl`: where
 * Twilio reports how the call went.
 */
export async function placeCall({ to, answerUrl, statusUrl }: { to: string; answerUrl: string; statusUrl: string }): Promise<ChannelResult> {
  return createAtTwilio('Calls', ({ voiceFrom }) => (voiceFrom === null ? undefined : new URLSearchParams([
    ['To', to], ['From', voiceFrom], ['Url', answerUrl], ['Method', 'POST'], ['StatusCallback', statusUrl], ['StatusCallbackMethod', 'POST'],
    ['StatusCallbackEvent', 'answered'], ['StatusCallbackEvent', 'completed'],
    // Rings for 30 s: a mailbox takes most calls after that, and would be told the page.
    ['Timeout', '30'],
  ])));
}
