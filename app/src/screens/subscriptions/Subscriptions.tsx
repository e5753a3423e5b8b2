import { Subscription } from '#domain/update/subscription';
import { useUnsavedWarning } from '../../drafts/useDraft';
import { useEdited } from '../../drafts/useEdited';
import { services } from '../../live/configuration';
import { incident as watchedIncident } from '../../live/incidents';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Card, Failure, QuietAction, Row, Rows, say, Screen, SeverityMark, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { Check, Choices } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useSaving } from '../configuration/useSaving';
import { useFollowing } from './useFollowing';
import { WaysField } from './WaysField';
import './subscriptions.css';

const back = { to: '/more', label: 'More' };
const shape = Subscription.pick({ services: true, incidents: true, by: true });

/** What one is told of: the updates of all services or of chosen ones, and of single incidents; by what, and where that goes. */
export default function Subscriptions() {
  const { live, followed, ways } = useFollowing();
  const edited = useEdited('subscription', shape, followed);
  const saving = useSaving();
  useUnsavedWarning(edited?.changed === true, 'What you follow is not saved yet.');
  if (edited === null) {
    return (
      <Screen title="Subscriptions" back={back}>
        {live.state === 'failed' ? <Failure title={readFailures[live.reason].title}><p>{readFailures[live.reason].text}</p></Failure> : <Skeleton label="Loading what you follow" />}
      </Screen>
    );
  }
  const { value, change } = edited;
  const isNothing = value.services?.length === 0 && value.incidents.length === 0;
  const save = async () => {
    const answer = await saving.save({ type: 'saveSubscription', ...value });
    if (answer === null) return;
    edited.settle(value);
    say(answer.message, 'good');
  };
  // Whoever begins to follow is told somehow, without having to think of it.
  const withWays = (wanted: typeof value) => ({ ...wanted, by: value.by.length === 0 ? ways.usual : value.by });
  return (
    <EditScreen title="Subscriptions" back={back} saving={saving} onSave={() => { void save(); }}>
      <p className="configuration-lead">Whenever something breaks, the people who work on it write what is known. You are told of it without being woken.</p>
      {edited.overtaken ? <p className="configuration-problem" role="status">What you follow was changed elsewhere meanwhile. Saving replaces it. <QuietAction onClick={edited.discard}>Show what is saved</QuietAction></p> : null}
      <Choices
        legend="Which updates" chosen={value.services === null ? 'all' : 'chosen'}
        onChange={(key) => change(withWays({ ...value, services: key === 'all' ? null : [] }))}
        options={[
          { key: 'all', title: 'All services', detail: 'Also those that come later' },
          {
            key: 'chosen', title: 'Chosen services',
            inside: <ServicesField chosen={value.services ?? []} onChange={(chosen) => change(withWays({ ...value, services: chosen }))} />,
          },
        ]}
      />
      <Card title="Single incidents" flush>
        {value.incidents.length === 0 ? <p className="configuration-empty">None. Tap Follow on an incident to have it here.</p> : (
          <Rows label="Single incidents">
            {[...value.incidents].reverse().map((id) => <OneIncident key={id} id={id} onUnfollow={() => change({ ...value, incidents: value.incidents.filter((each) => each !== id) })} />)}
          </Rows>
        )}
      </Card>
      <WaysField by={value.by} ways={ways} onChange={(by) => change({ ...value, by })} />
      <p className="quiet small" role="status">{isNothing ? 'You follow nothing, so you are told of nothing.' : value.by.length === 0 ? 'No way is chosen, so you are told of nothing.' : 'Each update comes once, as soon as it is sent.'}</p>
    </EditScreen>
  );
}

function ServicesField({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const live = useLive(services);
  return (
    <Reading live={live} label="Loading the services" rows={3}>
      {(all) => (all.length === 0 ? <p className="quiet small">There is no service yet.</p> : (
        <>
          {[...all].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => (
            <Check key={id} label={name} checked={chosen.includes(id)} onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))} />
          ))}
        </>
      ))}
    </Reading>
  );
}

function OneIncident({ id, onUnfollow }: { id: string; onUnfollow: () => void }) {
  const incident = known(useLive(watchedIncident(id)));
  return (
    <Row
      {...(incident ? { start: <SeverityMark severity={incident.severity} /> } : {})}
      title={incident?.title ?? <span className="tabular">{id}</span>}
      detail={incident ? `${incident.serviceName} · ${incident.status === 'resolved' ? 'over' : 'open'}` : incident === null ? 'Not here any more' : ' '}
      end={<QuietAction aria-label={`Unfollow ${incident?.title ?? id}`} onClick={onUnfollow}>Unfollow</QuietAction>}
    />
  );
}
