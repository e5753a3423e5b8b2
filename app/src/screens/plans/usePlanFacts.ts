import { useMemo } from 'react';
import type { PlanFacts } from '#domain/plan/facts';
import { known } from '../../live/live';
import { chatSettings, responsePlans } from '../../live/plans';
import { warRoomSettings } from '../../live/warRoom';
import { useReadable } from '../configuration/useReadable';
import { type PolicyFacts, usePolicyFacts } from '../policies/usePolicyFacts';

/** Everything that a plan's words are built on. `complete` is false while some of it loads. */
export type AppPlanFacts = PolicyFacts & PlanFacts;

/** What decides what a plan does, as far as it is known: the same that the server decides by. */
export function usePlanFacts(): AppPlanFacts {
  const facts = usePolicyFacts();
  const plans = known(useReadable('responsePlans/{id}', responsePlans));
  const chat = known(useReadable('settings/{id}', chatSettings));
  const warRoom = known(useReadable('settings/{id}', warRoomSettings));
  return useMemo(() => ({
    ...facts, plans: plans ?? [], chat: chat ?? null, warRoom: warRoom ?? null, complete: facts.complete && plans !== undefined && chat !== undefined && warRoom !== undefined,
  }), [facts, plans, chat, warRoom]);
}
