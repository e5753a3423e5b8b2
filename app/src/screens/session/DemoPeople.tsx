import { useState } from 'react';
import type { Configuration } from '../../session/configuration';
import { signIn } from '../../session/session';
import { Card, PrimaryAction, Row, Rows } from '../../ui';

type Demo = NonNullable<Configuration['deployment']['demo']>;
const roles = { admin: 'Admin: pages, people and configuration', responder: 'Responder: is paged and acts', stakeholder: 'Stakeholder: reads and reports' } as const;

/** On a laptop everybody is one tap away: the point is to see a page from both ends. */
export function DemoPeople({ demo, onTour }: { demo: Demo; onTour: (tour: boolean) => void }) {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const enter = async (email: string, tour: boolean) => {
    setBusy(email);
    setError(null);
    onTour(tour);
    const sentence = await signIn(email, demo.password);
    if (sentence === null) return;
    setBusy(null);
    setError(sentence);
  };
  const guide = demo.people.find(({ role }) => role === 'responder') ?? demo.people[0];
  return (
    <>
      {error ? <p className="door-error" role="alert">{error}</p> : null}
      {guide ? (
        <div>
          <PrimaryAction disabled={busy !== null} onClick={() => { void enter(guide.email, true); }} data-testid="tour">Get paged in two minutes</PrimaryAction>
          <p className="quiet small" style={{ marginTop: 8 }}>A tour as {guide.name}: this device rings, you acknowledge, and you see what happens if you do not.</p>
        </div>
      ) : null}
      <div className="door-people">
        <Card flush title="Or sign in as one of the demo's people">
          <Rows label="People">
            {demo.people.map(({ email, name, role }) => (
              <Row
                key={email} title={name} detail={roles[role]} start={<span className="door-initial" aria-hidden="true">{name.slice(0, 1)}</span>}
                end={busy === email ? 'Signing in' : undefined} onClick={() => { if (busy === null) void enter(email, false); }}
                data-testid={`sign-in-${email.split('@')[0] ?? ''}`}
              />
            ))}
          </Rows>
        </Card>
      </div>
      <p className="quiet small">This Rouse runs on this machine alone. Everybody's password is <code>{demo.password}</code>.</p>
    </>
  );
}
