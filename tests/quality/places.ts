/** Every address of the app that a member can open without knowing an id, and those of the seeded documents and of `furnish`. */
export const memberPlaces = [
  '/incidents', '/report', '/on-call', '/load', '/schedules', '/schedules/platform', '/holidays', '/runbooks', '/runbooks/checkout', '/runbooks/checkout/versions', '/runbooks/furnished', '/more', '/profile',
  '/profile/time-off', '/devices', '/devices/move', '/contact', '/contact/rules/high', '/notifications', '/people', '/people/primary', '/services', '/services/checkout', '/services/furnished', '/policies',
  '/policies/nights', '/coverage', '/coverage/preview', '/destinations', '/integrations', '/heartbeats', '/heartbeats/furnished-late', '/maintenance', '/maintenance/furnished-runs', '/routing', '/subscriptions',
  '/plans', '/problems', '/post-mortems', '/metrics', '/noise', '/noise?as=table', '/noise?by=rule', '/shift-review', '/shift-review?person=primary', '/drills', '/drills/new', '/drills/furnished-over', '/status-page', '/status-page/notices/new', '/status-page/notices/furnished-draft', '/status-page/notices/furnished-open',
  '/status-page/notices/furnished-over', '/status-page/notices/furnished-told', '/status-page/maintenance/furnished-planned',
] as const;

/** What an admin edits. */
export const adminPlaces = [
  '/schedules/new', '/schedules/platform/edit', '/schedules/nights', '/schedules/platform/temporary/demo-release', '/policies/new', '/policies/platform/edit', '/services/new', '/services/furnished/edit', '/integrations',
  '/integrations/new', '/integrations/checkout', '/integrations/checkout/edit', '/heartbeats/new', '/heartbeats/furnished-late/edit', '/maintenance/new', '/maintenance/furnished-runs/edit', '/destinations/new', '/plans/new', '/plans/furnished-plan',
  '/destinations/furnished-hook', '/holidays/demo-holidays', '/readiness', '/routing/service/checkout', '/severities', '/people/secondary', '/people/furnished-away', '/runbooks/new', '/runbooks/checkout/edit', '/runbooks/import',
  '/status-page/settings', '/status-page/components/new', '/status-page/components/furnished-held', '/problems/furnished', '/war-room', '/war-room?edit=1', '/noise', '/audit',
] as const;

/** What somebody sees who only follows. */
export const stakeholderPlaces = ['/incidents', '/subscriptions', '/report', '/more'] as const;

/** One of each in turn, then what is left of the longer. */
export const interleaved = <T>(one: readonly T[], other: readonly T[]): T[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [...one.slice(index, index + 1), ...other.slice(index, index + 1)]).flat();
