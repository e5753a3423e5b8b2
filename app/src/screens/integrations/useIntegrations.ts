import type { Integration } from '#domain/service/service';
import { integrations } from '../../live/configuration';
import type { Live } from '../../live/live';
import { useReadable } from '../configuration/useReadable';

/** The tools that report: without those that were removed, and without heartbeats' own, which are shown with them. */
export function useIntegrations(): Live<Integration[]> {
  const live = useReadable('integrations/{id}', integrations);
  if (live.state !== 'cached' && live.state !== 'live') return live;
  return { ...live, value: live.value.filter(({ removed, source }) => !removed && source !== 'heartbeat') };
}
