import type { Route } from '../http/router';
import { contactCard } from './contactCard';
import { calendarOf } from './serveFeed';

/** What calendars and address books fetch. */
export const calendarRoutes: Route[] = [
  { method: 'GET', path: '/v1/calendar/:token', answer: calendarOf },
  { method: 'GET', path: '/v1/contact.vcf', answer: contactCard },
];
