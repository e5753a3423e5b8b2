import type { Person } from '#domain/people/person';
import type { Doors } from './doors';
import type { Told } from './pagesOfPerson';

/** Acts on everything that one message told, and says in a sentence or two what became of it. */
export async function carryOutAll({ pages }: Pick<Told, 'pages'>, person: Person, act: 'acknowledge' | 'escalate', { actOnPage }: Pick<Doors, 'actOnPage'>): Promise<string> {
  const all = await Promise.all(pages.map((page) => actOnPage(page, person, act)));
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only.message;
  const done = all.filter(({ status }) => status === (act === 'acknowledge' ? 'acknowledged' : 'escalated')).length;
  const rest = all.filter(({ status }) => status !== 'acknowledged' && status !== 'escalated');
  const first = act === 'acknowledge'
    ? `Acknowledged ${done} of ${all.length} incidents.${done === all.length ? ' Nobody else is paged.' : ''}`
    : `The next person is paged for ${done} of ${all.length} incidents.`;
  return [first, ...new Set(rest.map(({ message }) => message))].join(' ');
}
