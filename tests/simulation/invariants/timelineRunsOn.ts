import { type Invariant, moment } from './invariant';

/**
 * A timeline only grows, and what changed the incident stands in it in the order of the commits. An entry that comes without a change of the incident (a device that was
 * removed) has read no incident, and says only a time before its commit.
 */
export const timelineRunsOn: Invariant = {
  name: 'a timeline runs on',
  watch: (_database, broken) => {
    const last = new Map<string, number>();
    return {
      commit: ({ at, changes }) => {
        for (const { path, before, after } of changes) {
          const [collection, incidentId = '', timeline] = path.split('/');
          if (collection !== 'incidents' || timeline !== 'timeline') continue;
          if (before !== undefined) broken(`${path} was ${after === undefined ? 'deleted' : 'rewritten'}`);
          const entryAt = moment(after, 'at') ?? 0;
          const lastAt = last.get(incidentId) ?? 0;
          const isChange = changes.some((change) => change.path === `incidents/${incidentId}`);
          if (isChange && entryAt < lastAt) broken(`${path} says ${entryAt}, and stands after an entry of ${lastAt}`);
          if (entryAt > at.toMillis()) broken(`${path} says ${entryAt}, and was written at ${at.toMillis()}: ${JSON.stringify(after?.fields.changes)}`);
          if (isChange) last.set(incidentId, Math.max(entryAt, lastAt));
        }
      },
    };
  },
};
