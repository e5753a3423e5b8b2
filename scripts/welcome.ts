/** What `npm start` prints when everything is up: where to go, who to be, and the first thing to try. `origin` has no slash at its end. */
export const welcome = (origin: string, ports: { firestore: number; auth: number; hosting: number }): string => {
  const alert = JSON.stringify({ title: 'Checkout answers 500', severity: 'critical', dedupKey: 'checkout-500' });
  const reverse = [ports.hosting, ports.firestore, ports.auth].map((port) => `adb reverse tcp:${port} tcp:${port}`).join(' && ');
  return `
Rouse is ready on ${origin}

Sign in as (password rouse-demo)
  admin@rouse.test  primary@rouse.test  secondary@rouse.test  stakeholder@rouse.test

Page whoever is on call for checkout
  curl -X POST ${origin}/v1/hooks/generic/demo-key-checkout -H 'content-type: application/json' -d '${alert}'

Alertmanager webhook
  ${origin}/v1/hooks/alertmanager/demo-key-checkout

On an Android phone on USB, then open ${origin} there
  ${reverse}
  (An iPhone cannot reach this machine that way: it needs a deployment.)

Ctrl-C saves everything in .rouse/ and ends it. \`npm start -- --fresh\` starts over, \`-- --demo\` adds resolved incidents.
`;
};
