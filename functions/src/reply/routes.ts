import type { Route } from '../http/router';
import { doors } from './doors';
import { twilioRoutes } from './twilioRoutes';

/** Where people answer pages by other means than the app: SMS and calls. */
export const replyRoutes: Route[] = twilioRoutes(doors);
