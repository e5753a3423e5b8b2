import { idIn, type Invariant, text } from './invariant';

/** After an acknowledge committed, no page of its episode is claimed any more. */
export const acknowledgedIsQuiet: Invariant = {
  name: 'no page is claimed after its acknowledge',
  watch: (_database, broken) => {
    const taken = new Set<string>();
    return {
      commit: ({ changes }) => {
        for (const { path, before, after } of changes) {
          if (idIn(path, 'notifications') === undefined || after === undefined) continue;
          const isClaim = Number(after.fields.attempts) > Number(before?.fields.attempts ?? 0);
          const episode = `${text(after, 'incidentId')}.${text(after, 'episode')}`;
          if (isClaim && text(after, 'kind') === 'page' && taken.has(episode)) broken(`${path} was claimed, and episode ${episode} was acknowledged before`);
        }
        for (const { path, before, after } of changes) {
          const id = idIn(path, 'incidents');
          if (id !== undefined && text(before, 'status') === 'triggered' && text(after, 'status') === 'acknowledged') taken.add(`${id}.${text(before, 'escalation.episode')}`);
        }
      },
    };
  },
};
