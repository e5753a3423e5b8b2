import { field, idIn, type Invariant, text } from './invariant';

type Request = { id: string; userId: string; state: string };

/** After a request was answered, nothing of it is claimed any more. */
export const answeredIsQuiet: Invariant = {
  name: 'nothing of an answered request is claimed',
  watch: (_database, broken) => {
    const answered = new Set<string>();
    return {
      commit: ({ changes }) => {
        for (const { path, before, after } of changes) {
          if (idIn(path, 'notifications') === undefined || after === undefined || text(after, 'kind') !== 'request') continue;
          const request = `${text(after, 'incidentId')} ${text(after, 'cause')} ${text(after, 'userId')}`;
          if (Number(after.fields.attempts) > Number(before?.fields.attempts ?? 0) && answered.has(request)) broken(`${path} was claimed, and ${request} was answered before`);
        }
        for (const { path, after } of changes) {
          const incidentId = idIn(path, 'incidents');
          if (incidentId === undefined) continue;
          const requests = (field(after, 'requests') ?? []) as readonly Request[]; // As the incident is written.
          for (const { id, userId, state } of requests) if (state !== 'asked') answered.add(`${incidentId} request.${id} ${userId}`);
        }
      },
    };
  },
};
