import { useMemo } from 'react';
import type { PlanFacts } from '#domain/plan/facts';
import { useConnection } from '../../live/connection';
import { known } from '../../live/live';
import { chatSettings, responsePlans } from '../../live/plans';
import { warRoomSettings } from '../../live/warRoom';
import type { ReadFailure } from '../../words/errors';
import { useReadable } from '../configuration/useReadable';
import { type PolicyFacts, usePolicyFacts } from '../policies/usePolicyFacts';
import { firstFailure, settingsKnown } from './planReading';

/** Everything that a plan's words are built on. `complete` is false while some of it loads, or can't be read; `failed` is the first reason why it can't. */
export type AppPlanFacts = PolicyFacts & PlanFacts & { failed: ReadFailure | null };

/** What decides what a plan does, as far as it is known: the same that the server decides by. */
export function usePlanFacts(): AppPlanFacts {
  const facts = usePolicyFacts();
  const isOffline = useConnection().state === 'offline';
  const [everyPlan, liveChat, liveRoom] = [useReadable('responsePlans/{id}', responsePlans), useReadable('settings/{id}', chatSettings), useReadable('settings/{id}', warRoomSettings)];
  const [plans, chat, warRoom] = [known(everyPlan), settingsKnown(liveChat, isOffline), settingsKnown(liveRoom, isOffline)];
  const failed = firstFailure([{ live: everyPlan, value: plans }, { live: liveChat, value: chat }, { live: liveRoom, value: warRoom }]);
  return useMemo(() => ({
    ...facts, plans: plans ?? [], chat: chat ?? null, warRoom: warRoom ?? null, failed, complete: facts.complete && plans !== undefined && chat !== undefined && warRoom !== undefined,
  }), [facts, plans, chat, warRoom, failed]);
}
