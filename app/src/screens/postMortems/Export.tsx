import { useMemo } from 'react';
import type { Incident } from '#domain/incident/incident';
import { defaultTargets } from '#domain/metrics/targets';
import { markdownName, markdownOf } from '#domain/postMortem/markdown';
import type { PostMortem } from '#domain/postMortem/postMortem';
import { timelineOf } from '../../live/incidents';
import { known } from '../../live/live';
import { timeTargets } from '../../live/postMortems';
import { useLive } from '../../live/useLive';
import { QuietAction, say } from '../../ui';

/** The whole of it as a Markdown file, made on this device. */
export function Export({ postMortem, incident }: { postMortem: PostMortem; incident: Incident | null }) {
  const entries = known(useLive(useMemo(() => timelineOf(postMortem.incidentId), [postMortem.incidentId])));
  const targets = known(useLive(timeTargets)) ?? defaultTargets;
  const download = () => {
    const address = URL.createObjectURL(new Blob([markdownOf(postMortem, incident, entries ?? [], targets)], { type: 'text/markdown' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = markdownName(postMortem);
    link.click();
    // The browser has begun to read it by then; a file is gone with its address.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say(`${markdownName(postMortem)} is on this device.`, 'good');
  };
  return <QuietAction disabled={entries === undefined} onClick={download} data-testid="export">Export</QuietAction>;
}
