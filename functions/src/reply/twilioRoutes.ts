import type { Route } from '../http/router';
import type { Doors } from './doors';
import { takeSms } from './smsReply';
import { takeStatus } from './status';
import { answerCall, takeKeys } from './voice';

/** What Twilio asks of Rouse, through these doors to the rest of it. */
export const twilioRoutes = (doors: Doors): Route[] => [
  { method: 'POST', path: '/v1/twilio/sms', answer: takeSms(doors) },
  { method: 'POST', path: '/v1/twilio/voice/:token', answer: answerCall(doors) },
  { method: 'POST', path: '/v1/twilio/voice/:token/keys', answer: takeKeys(doors) },
  { method: 'POST', path: '/v1/twilio/status/:notificationId', answer: takeStatus(doors) },
];
