import { appUrl } from '../../send/channels';

/** A link into this Rouse, for people to open elsewhere; a path alone where nobody has said where it is reached, which the app completes with its own address. */
export const linkTo = (path: string): string => `${appUrl() ?? ''}${path}`;
