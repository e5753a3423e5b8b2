import { idIn, type Invariant, text } from './invariant';

/** A person's chain of one page never has two links of the same rule, nor one that is put out anew. */
export const oneLinkPerRule: Invariant = {
  name: 'a chain has one link per rule',
  watch: (_database, broken) => {
    const links = new Map<string, string>();
    return {
      commit: ({ changes }) => {
        for (const { path, before, after } of changes) {
          if (idIn(path, 'notifications') === undefined || after === undefined || !['page', 'request'].includes(text(after, 'kind'))) continue;
          const link = ['incidentId', 'episode', 'kind', 'cause', 'userId', 'rule'].map((name) => text(after, name)).join(' ');
          const other = links.get(link) ?? path;
          if (other !== path) broken(`${path} and ${other} are both the link ${link}`);
          links.set(link, path);
          if (before !== undefined && Number(after.fields.attempts) < Number(before.fields.attempts)) broken(`${path} was put out anew: the link ${link}`);
        }
      },
    };
  },
};
