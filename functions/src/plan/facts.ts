import { logger } from 'firebase-functions';
import type { PlanFacts } from '#domain/plan/facts';
import { ChatSettings, ResponsePlan } from '#domain/plan/plan';
import { WarRoomSettings } from '#domain/room/room';
import { db } from '../firebase';
import { type Configuration, configuration, configurationAge } from '../store/configuration';
import { at, read } from '../store/documents';

type Own = Pick<PlanFacts, 'plans' | 'chat' | 'warRoom'>;
/** What plans read besides the configuration that pages. */
export type PlanConfiguration = Configuration & Own;

let cached: { readAt: number; value: Promise<Own> } | undefined;

/** What decides what a plan does; at most 30 s old. `fresh`: read now, as after a change of it. */
export async function planFacts(fresh = false): Promise<PlanConfiguration> {
  const now = Date.now();
  if (fresh || cached === undefined || now - cached.readAt > configurationAge) {
    const value = readOwn();
    cached = { readAt: now, value };
    // A failed read must not be served for half a minute.
    value.catch(() => { cached = undefined; });
  }
  const [facts, own] = await Promise.all([configuration(fresh), cached.value]);
  return { ...facts, ...own };
}

async function readOwn(): Promise<Own> {
  const [{ docs }, chat, warRoom] = await Promise.all([db().collection('responsePlans').get(), at.chatSettings().get(), at.warRoomSettings().get()]);
  const plans = docs.flatMap((found) => {
    try {
      return read(ResponsePlan, found) ?? [];
    } catch (error) {
      // One plan that was edited into nonsense must not stop the others.
      logger.error('response plan', error);
      return [];
    }
  });
  return { plans, chat: read(ChatSettings, chat) ?? null, warRoom: read(WarRoomSettings, warRoom) ?? null };
}
