/** Every address of the app that a member can open without knowing an id, and those of the seeded documents. */
export const memberPlaces = [
  '/incidents', '/report', '/on-call', '/load', '/schedules', '/schedules/checkout-primary', '/holidays', '/runbooks', '/runbooks/checkout', '/more', '/profile', '/profile/time-off', '/devices',
  '/devices/move', '/contact', '/contact/rules/high', '/notifications', '/people', '/services', '/services/checkout', '/policies', '/policies/checkout', '/coverage', '/coverage/preview',
  '/destinations', '/integrations', '/heartbeats', '/maintenance', '/routing', '/subscriptions', '/problems',
] as const;

/** What an admin edits. */
export const adminPlaces = [
  '/schedules/new', '/schedules/checkout-primary/edit', '/policies/new', '/policies/checkout/edit', '/services/new', '/services/checkout/edit', '/integrations/new', '/integrations/checkout', '/heartbeats/new',
  '/maintenance/new', '/destinations/new', '/holidays/new', '/readiness', '/routing/service/checkout', '/severities', '/runbooks/new', '/runbooks/checkout/edit', '/runbooks/import', '/problems/new', '/war-room',
] as const;
