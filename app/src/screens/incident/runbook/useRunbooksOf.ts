import { useMemo } from 'react';
import type { Incident } from '#domain/incident/incident';
import { runbooksFor } from '#domain/runbook/match';
import type { Runbook } from '#domain/runbook/runbook';
import { stepsOf, variablesOf } from '#domain/runbook/steps';
import { useQueue } from '../../../commands/useCommands';
import { runbooks } from '../../../live/configuration';
import { alertsOf } from '../../../live/incidents';
import { known } from '../../../live/live';
import { useLive } from '../../../live/useLive';
import { shownFirst, stepRows } from './stepView';
import type { StepRow } from './stepView';

const none: never[] = [];

/** The runbooks that fit an incident, best first, with the one that is shown before anybody chooses; and every runbook, for who knows better. */
export function useRunbooksOf(incident: Incident) {
  const live = useLive(runbooks);
  const every = known(live) ?? none;
  const alerts = known(useLive(alertsOf(incident.id))) ?? none;
  const matched = useMemo(() => runbooksFor(incident, alerts, every), [incident, alerts, every]);
  const first = useMemo(() => shownFirst(matched, incident.ticks), [matched, incident.ticks]);
  return { live, every, matched, first };
}

/** The steps of a runbook as they stand in an incident, and what fills their commands. */
export function useSteps(incident: Incident, runbook: Runbook | null): { rows: StepRow[]; variables: Record<string, string> } {
  const queue = useQueue();
  const alerts = known(useLive(alertsOf(incident.id))) ?? none;
  const steps = useMemo(() => (runbook ? stepsOf(runbook.markdown) : none), [runbook]);
  const rows = useMemo(
    () => stepRows({ incidentId: incident.id, runbookId: runbook?.id ?? '', steps, ticks: incident.ticks, queue }),
    [incident.id, incident.ticks, runbook?.id, steps, queue],
  );
  const variables = useMemo(() => variablesOf(incident, alerts), [incident, alerts]);
  return { rows, variables };
}
