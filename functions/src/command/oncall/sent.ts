import type { OnCallCommand } from '#domain/command/command';

/** A command of this folder as it was sent. */
export type Sent<T extends OnCallCommand['type']> = Extract<OnCallCommand, { type: T }>;
