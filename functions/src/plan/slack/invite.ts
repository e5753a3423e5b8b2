import { z } from 'zod';
import type { Incident } from '#domain/incident/incident';
import { list } from '#domain/incident/words';
import { Contact } from '#domain/people/person';
import { db } from '../../firebase';
import { at, read } from '../../store/documents';
import { callSlack } from './api';

const Found = z.object({ user: z.object({ id: z.string().min(1).max(40) }) });
/** People who are looked up: more are hardly paged in a first minute. */
const mostPeople = 12;

/** Invites who was paged or has a role and is known to Slack by the address that Rouse has. Who is not known is left out; nothing of it fails the step. Answers a sentence, or ''. */
export async function invite(incident: Incident, channel: string, token: string): Promise<string> {
  const people = new Map([...incident.responders, ...incident.roles].map(({ userId, name }) => [userId, name]));
  const ids = [...people.keys()].slice(0, mostPeople);
  if (ids.length === 0) return '';
  const contacts = await db().getAll(...ids.map((id) => at.contact(id)));
  const looked = await Promise.all(contacts.map(async (stored, index) => {
    const email = read(Contact, stored)?.email;
    if (email === undefined) return [];
    const answer = await callSlack('users.lookupByEmail', token, { form: { email } }, Found);
    return answer.kind === 'ok' ? [{ slackId: answer.value.user.id, name: people.get(ids[index] ?? '') ?? '' }] : [];
  }));
  const known = looked.flat();
  if (known.length === 0) return '';
  const invited = await callSlack('conversations.invite', token, { json: { channel, users: known.map(({ slackId }) => slackId).join(',') } }, z.object({}));
  return invited.kind === 'ok' || (invited.kind === 'error' && invited.error === 'already_in_channel') ? ` ${list(known.map(({ name }) => name))} ${known.length === 1 ? 'is' : 'are'} invited.` : '';
}
