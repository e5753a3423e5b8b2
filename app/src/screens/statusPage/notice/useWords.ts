import { useState } from 'react';
import type { Phase } from '#domain/incident/phase';
import type { StatusComponent } from '#domain/statusPage/component';
import { drafted } from '#domain/statusPage/draft';
import type { Touched } from '#domain/statusPage/notice';
import { incident as incidentOf } from '../../../live/incidents';
import { known } from '../../../live/live';
import { useFacts } from '../../../live/useFacts';
import { useLive } from '../../../live/useLive';

export type Words = (phase: Phase, touched: readonly Touched[]) => string | null;

/** The words of a phase, as the server would draft them from what the incident knows; null where there is no incident, or nothing that it touches. As of when the screen was opened. */
export function useWords(incidentId: string | null, components: readonly StatusComponent[]): Words {
  const { severities } = useFacts();
  const [now] = useState(() => Date.now());
  const incident = known(useLive(incidentId === null ? null : incidentOf(incidentId))) ?? null;
  return (phase, touched) => {
    const [first, ...others] = components.filter(({ id }) => touched.some(({ componentId }) => componentId === id));
    if (incident === null || first === undefined) return null;
    return drafted(undefined, incident, [first, ...others], phase, { noticeId: '', by: null }, { severities }, now).draft?.text ?? null;
  };
}
