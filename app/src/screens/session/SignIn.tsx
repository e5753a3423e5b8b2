import { useCallback, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { kept } from '../../device/kept';
import { configuration } from '../../session/configuration';
import type { Configuration } from '../../session/configuration';
import { useSession } from '../../session/useSession';
import { Failure, QuietAction, Skeleton } from '../../ui';
import { DemoPeople } from './DemoPeople';
import { Door } from './Door';
import { whereTo } from './whereTo';
import { WithPassword } from './WithPassword';

type Asked = { state: 'asking' } | { state: 'failed' } | { state: 'known'; configuration: Configuration };

/** The way in: by password where Rouse is deployed, by a tap on one of the demo's people on a laptop. */
export default function SignIn() {
  const session = useSession();
  const state: unknown = useLocation().state;
  const [asked, setAsked] = useState<Asked>({ state: 'asking' });
  const [tour, setTour] = useState(false);
  const ask = useCallback(() => {
    configuration().then(async (known) => {
      // A device that has proved nothing yet is led to its proof first; in local mode the tour has a button of its own.
      if (!known.deployment.local) setTour((await kept.testedAt()) === null);
      setAsked({ state: 'known', configuration: known });
    }).catch(() => setAsked({ state: 'failed' }));
  }, []);
  useEffect(ask, [ask]);

  // Someone without a role is signed in too: the gate tells them where they stand.
  if (session.state === 'signedIn' || session.state === 'withoutRole') return <Navigate to={tour ? '/welcome' : whereTo(state)} replace />;
  const said = session.state === 'signedOut' ? session.sentence : null;
  return (
    <Door title="Rouse" lead="Wakes the right person when something breaks.">
      {said ? <p className="door-said" role="status">{said}</p> : null}
      {asked.state === 'asking' ? <Skeleton rows={3} label="Looking which Rouse this is" /> : null}
      {asked.state === 'failed' ? (
        <Failure title="Rouse could not be reached" action={<QuietAction onClick={() => { setAsked({ state: 'asking' }); ask(); }}>Try again</QuietAction>}>
          <p>Nothing is lost: pages still come by push. Look whether this device is online.</p>
        </Failure>
      ) : null}
      {asked.state === 'known' ? <Ways configuration={asked.configuration} onTour={setTour} /> : null}
    </Door>
  );
}

function Ways({ configuration: { deployment, firebase }, onTour }: { configuration: Configuration; onTour: (tour: boolean) => void }) {
  if (deployment.local && deployment.demo) return <DemoPeople demo={deployment.demo} onTour={onTour} />;
  return <WithPassword apiKey={firebase.apiKey} />;
}
