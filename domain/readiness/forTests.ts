import { samplePerson, samplePolicy, sampleSchedule, sampleService } from '../samples';
import type { Schedule } from '../oncall/schedule';
import type { DutyFacts } from './duty';

// A team for the tests of what goes with a shift: Priya and Sam take turns by the week, Mondays at 09:00 UTC, as the primary of Checkout; Lee is next.

/** Monday 5 January 2026, 09:00 UTC: Priya's week begins. The one after is Sam's. */
export const priyasMonday = Date.UTC(2026, 0, 5, 9, 0);
export const samsMonday = Date.UTC(2026, 0, 12, 9, 0);

export function team(schedule: Partial<Schedule> = {}, fields: Partial<DutyFacts> = {}): DutyFacts {
  return {
    people: {
      priya: samplePerson('priya'), sam: samplePerson('sam'), lee: samplePerson('lee'), ada: samplePerson('ada', { role: 'admin' }), gone: samplePerson('gone', { active: false }),
    },
    schedules: { weekly: sampleSchedule('weekly', ['priya', 'sam'], schedule), unused: sampleSchedule('unused', ['lee', 'sam']) },
    policies: { policy: samplePolicy({ steps: [
      { targets: [{ kind: 'schedule', scheduleId: 'weekly' }], delaySeconds: 60 }, { targets: [{ kind: 'person', userId: 'lee' }], delaySeconds: 60 },
    ] }) },
    services: { checkout: sampleService() }, ...fields,
  };
}
