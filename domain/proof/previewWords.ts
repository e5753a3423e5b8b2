import { placeWord } from '../escalation/targets';
import type { Change } from '../incident/timeline';
import type { Service } from '../service/service';
import { nextSupportHours } from '../service/supportHours';
import { whenWords } from '../time/words';
import type { Preview } from './proof';
import { mostMessages, type Run, type RunFacts } from './runAhead';

type Words = Preview['words'];

/** What a preview says beside its messages: what is waited for, who is left out, and what it ends in. */
export function previewWords({ turns, sent, until }: Run, service: Service, facts: RunFacts): Words {
  const [opened] = turns;
  if (opened === undefined) return [];
  let lastResorts = 0;
  const said = turns.flatMap(({ at, turn }) => turn.changes.flatMap((change) => {
    if (change.type === 'lastResort' || change.type === 'nobodyAtAll') lastResorts += 1;
    const text = wordsOf(change, lastResorts > 1);
    return text === null ? [] : [{ at, text }];
  }));
  const isCut = sent.length >= mostMessages ? [{ at: until, text: `These are the first ${mostMessages} messages; it goes on.` }] : [];
  return [...waits(opened, service, facts), ...said, ...isCut].slice(0, 100);
}

/** What low urgency means here: until when each of the first pages waits, and that nobody comes after them. */
function waits({ at, turn: { incident, requests } }: Run['turns'][number], service: Service, facts: RunFacts): Words {
  if (incident.urgency === 'high') return [];
  const atWork = nextSupportHours(service, facts, at);
  const waiting = requests.flatMap(({ kind, to, link }) => (kind === 'page' && 'userId' in to && link !== undefined && link.chainAt > at ? [{ userId: to.userId, chainAt: link.chainAt }] : []));
  const once = [...new Map(waiting.map((one) => [one.userId, one.chainAt]))];
  const words = once.map(([userId, chainAt]) => {
    const { name, timeZone } = facts.people[userId] ?? { name: userId, timeZone: 'UTC' };
    const why = chainAt === atWork ? `when the support hours of ${service.name} begin` : 'when quiet hours end';
    return `The page to ${name} waits until ${whenWords(chainAt, at, timeZone)} (${timeZone}), ${why}.`;
  });
  const escalates = incident.wakeAt !== null;
  return [...words, ...(escalates ? [] : ['Low urgency: after these nobody else is paged.'])].map((text) => ({ at, text }));
}

function wordsOf(change: Change, again: boolean): string | null {
  switch (change.type) {
    case 'stepSkipped': return `Nobody to page for ${placeWord(change.step)} (${change.targets.join(', ')}): skipped at once.`;
    case 'handedOff': return `Handed off to the policy ${change.policy}.`;
    case 'lastResort':
      if (again) return 'Still nobody has it: the admins are paged again, and so every 10 min until somebody acknowledges.';
      return `${change.reason === 'nobody' ? 'Nobody is reached' : 'Nobody has acknowledged in any round'}: the page goes to the admins.`;
    case 'nobodyAtAll': return 'No admin can be paged either. It is tried again every 10 min.';
    default: return null;
  }
}
