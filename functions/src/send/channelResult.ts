/**
 * What became of one message at a channel's border. `unsubscribed`: the person answered STOP to that number, and only their START ends it.
 * `retry`: worth another try, after `afterMs` at the earliest where the other side named a time; `why` is for the log, and names no address.
 */
export type ChannelResult =
  | { kind: 'sent'; provider: 'twilio' | 'smtp' | 'slack' | 'teams' | 'webhook'; providerId: string | null }
  | { kind: 'failed'; reason: 'noAddress' | 'addressRefused' | 'unsubscribed' | 'providerRefused' | 'notConfigured' }
  | { kind: 'retry'; why: string; afterMs?: number };
