import { useEffect, useState } from 'react';
import { pushAlone } from '#domain/contact/reach';
import type { Reach } from '#domain/contact/reach';
import { configuration, deploymentNow } from '../../session/configuration';
import type { Deployment } from '../../session/configuration';

/** What this Rouse can send by: first as it was known, then as it is now. `known` is false until something is. */
export function useDeployment(): { channels: Reach['channels']; hasVcard: boolean; known: boolean } {
  const [deployment, learn] = useState<Deployment | null>(null);
  useEffect(() => {
    let left = false;
    const take = (deployment: Deployment) => { if (!left) learn(deployment); };
    configuration().then((known) => take(known.deployment)).then(deploymentNow).then(take).catch(() => undefined);
    return () => { left = true; };
  }, []);
  return { channels: deployment === null ? pushAlone : { push: true, ...deployment.channels }, hasVcard: deployment?.hasVcard ?? false, known: deployment !== null };
}
