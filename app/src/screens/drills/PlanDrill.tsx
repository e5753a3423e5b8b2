import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { DrillScenario } from '#domain/drill/drill';
import { scenarios } from '#domain/drill/scenarios';
import type { Preview } from '#domain/proof/proof';
import type { Service } from '#domain/service/service';
import { HOUR } from '#domain/time/instant';
import { whenWords } from '#domain/time/words';
import { resolveWallTime, WallTime, wallTimeAt } from '#domain/time/zone';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { ChoiceField, Empty, Field, PrimaryAction, say, Screen, SeverityMark, Stack, useMinute } from '../../ui';
import { Check, Choices } from '../configuration/Choices';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { BeginSheet } from './BeginSheet';
import './drills.css';

const title = 'Plan a drill';
const back = { to: '/drills', label: 'Drills' };

/** Plans a drill: what it plays, on which service, now or later; what wakes somebody at once is asked once more, with their names. */
export default function PlanDrill() {
  const live = useReadable('services/{id}', services);
  const all = known(live);
  // The form starts from the services once, and then keeps what is chosen.
  if (all && all.length > 0) return <Form all={[...all].sort((a, b) => a.name.localeCompare(b.name))} />;
  return (
    <Screen title={title} back={back}>
      <Reading live={live} label="Loading services">{() => <Empty title="No services yet" icon="services"><p>A drill pages as its service would. Make a service first.</p></Empty>}</Reading>
    </Screen>
  );
}

function Form({ all }: { all: readonly Service[] }) {
  const zone = useZone();
  const now = useMinute();
  const navigate = useNavigate();
  const saving = useSaving();
  const [scenario, setScenario] = useState<DrillScenario>('databaseConnections');
  const [serviceId, setServiceId] = useState(all[0]?.id ?? '');
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [local, setLocal] = useState(() => wallTimeAt(Math.ceil(Date.now() / HOUR) * HOUR + HOUR, zone));
  const [isSurprise, setSurprise] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const later = WallTime.safeParse(local).success ? resolveWallTime(local, zone, 'first') : null;

  const plan = async () => {
    const answer = await saving.save({ type: 'scheduleDrill', scenario, serviceId, startsAt: when === 'now' ? null : later, isSurprise: when === 'later' && isSurprise });
    if (answer === null) return;
    say(answer.message, 'good');
    void navigate(answer.incidentId === undefined ? `/drills/${answer.savedId ?? ''}` : `/incidents/${answer.incidentId}`, { replace: true });
  };
  const ask = async () => {
    const answer = await saving.save({ type: 'previewPaging', serviceId, severity: scenarios[scenario].severity, at: now });
    if (answer?.preview) setPreview(answer.preview);
  };
  const next = () => {
    if (when === 'now') return ask();
    return later === null ? saving.refuse('Not planned yet. Look at what is marked.', [{ path: 'startsAt', message: 'is needed' }]) : plan();
  };
  const label = when === 'now' ? 'Who is paged?' : later === null ? 'Plan it' : `Plan it for ${whenWords(later, now, zone)}`;
  return (
    <Screen
      title={title} back={back}
      footer={(
        <>
          {saving.problem && preview === null ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} onClick={() => { void next(); }} data-testid="drill-next">{saving.busy ? 'One moment' : label}</PrimaryAction>
        </>
      )}
    >
      <div className="configuration-form">
        <Stack>
          <Scenarios chosen={scenario} onChoose={setScenario} />
          <ChoiceField label="Service" hint="It pages whom this service pages." value={serviceId} error={saving.issueAt('serviceId', 'The service')} onChange={(event) => setServiceId(event.target.value)}>
            {all.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </ChoiceField>
          <Choices
            legend="When" chosen={when} onChange={setWhen}
            options={[
              { key: 'now', title: 'Now', detail: 'You see who is paged before it begins.' },
              {
                key: 'later', title: 'At a time', detail: 'Within 90 days.', inside: (
                  <>
                    <Field label="Begins" type="datetime-local" value={local} error={saving.issueAt('startsAt', 'The time')} hint={`In your time zone, ${zone.replaceAll('_', ' ')}.`} onChange={(event) => setLocal(event.target.value)} />
                    <Check
                      label="A surprise" checked={isSurprise} onChange={setSurprise}
                      detail={isSurprise ? 'Nobody on call is told beforehand. Until it begins, the app shows it to you and the admins alone.' : 'Off: whoever is on call then is told now, quietly.'}
                    />
                  </>
                ),
              },
            ]}
          />
        </Stack>
      </div>
      {preview === null ? null : (
        <BeginSheet scenario={scenario} service={all.find(({ id }) => id === serviceId)?.name ?? serviceId} preview={preview} saving={saving} onBegin={() => { void plan(); }} onClose={() => setPreview(null)} />
      )}
    </Screen>
  );
}

/** What can be played, a card each: what it is about, as what it pages. */
function Scenarios({ chosen, onChoose }: { chosen: DrillScenario; onChoose: (scenario: DrillScenario) => void }) {
  return (
    <fieldset className="choices">
      <legend>What it plays</legend>
      {DrillScenario.options.map((key) => (
        <div key={key} className={`choice${key === chosen ? ' choice-chosen' : ''}`}>
          <label>
            <input type="radio" name="scenario" value={key} checked={key === chosen} onChange={() => onChoose(key)} data-testid={`scenario-${key}`} aria-describedby={`scenario-${key}`} />
            <span className="choice-words">
              <span className="drills-scenario">{scenarios[key].name} <SeverityMark severity={scenarios[key].severity} /></span>
              <span className="choice-detail" id={`scenario-${key}`}>{scenarios[key].summary}</span>
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
