import { Link } from 'react-router-dom';
import { impactWords } from '#domain/incident/impact';
import type { Incident } from '#domain/incident/incident';
import { phaseNames } from '#domain/incident/phase';
import { whenWords } from '#domain/time/words';
import { phaseTold } from '#domain/update/phaseTold';
import { known } from '../../live/live';
import { updatesOf } from '../../live/updates';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Elapsed, SeverityMark, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { Follow } from '../subscriptions/Follow';
import { NextUpdate } from './updates/NextUpdate';
import { PhaseTrack } from './updates/PhaseTrack';
import { UpdateList } from './updates/UpdateList';
import './stakeholder-view.css';
import './updates/updates.css';

/** What a stakeholder sees: how far it is, what was said last, and when they hear again. Who is paged and what fires is the responders' work. */
export default function StakeholderView({ incident }: { incident: Incident }) {
  return (
    <>
      <Head incident={incident} />
      <Stack>
        <Told incident={incident} />
        {incident.impact === null ? null : <Card title="Impact"><p>{impactWords(incident.impact)}.</p></Card>}
        {incident.declaredBy !== null && incident.description !== '' ? <Card title="As it was reported"><p className="updates-text">{incident.description}</p></Card> : null}
        <Follow incident={incident} />
      </Stack>
    </>
  );
}

function Head({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { startedAt, mitigatedAt, resolvedAt } = incident.clocks;
  const phase = phaseTold(incident, known(useLive(updatesOf(incident.id)))?.[0]?.phase ?? null);
  return (
    <header className="stakeholder-head">
      <p className="stakeholder-head-line"><SeverityMark severity={incident.severity} /><span>{incident.serviceName}</span></p>
      <h2 data-testid="phase">{phaseNames[phase]}</h2>
      <p className="stakeholder-title">{incident.title}</p>
      <p className="quiet tabular">
        Since {whenWords(startedAt, now, timeZone)} · {incident.status === 'resolved' ? 'it took ' : 'for '}<Elapsed since={startedAt} until={incident.status === 'resolved' ? (mitigatedAt ?? resolvedAt) : null} whole />
      </p>
      {incident.mergedInto === null ? null : <p>It goes on in <Link className="tabular" to={`/incidents/${incident.mergedInto}`}>{incident.mergedInto}</Link>.</p>}
      <PhaseTrack phase={phase} />
    </header>
  );
}

function Told({ incident }: { incident: Incident }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const live = useLive(updatesOf(incident.id));
  return (
    <Reading live={live} label="Loading the updates" rows={2}>
      {([latest, ...earlier]) => (
        <>
          <Card title="Latest update">
            {latest === undefined ? <p className="quiet">{incident.status === 'resolved' ? 'It is over. No update was written.' : 'None yet. The people who work on it write here.'}</p> : (
              <div className="stakeholder-latest" data-testid="latest-update">
                <p className="stakeholder-latest-text">{latest.text}</p>
                <p className="quiet small tabular"><time dateTime={new Date(latest.at).toISOString()}>{whenWords(latest.at, now, timeZone)}</time> · {phaseNames[latest.phase]}</p>
              </div>
            )}
            <NextUpdate incident={incident} />
          </Card>
          {earlier.length === 0 ? null : <Card title="Earlier"><UpdateList updates={earlier} writers={false} /></Card>}
        </>
      )}
    </Reading>
  );
}
