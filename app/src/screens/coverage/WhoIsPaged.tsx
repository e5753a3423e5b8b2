import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Severity } from '#domain/incident/severity';
import type { Preview } from '#domain/proof/proof';
import type { Service } from '#domain/service/service';
import { whenWords } from '#domain/time/words';
import { WallTime, resolveWallTime, wallTimeAt } from '#domain/time/zone';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Card, ChoiceField, Empty, Field, PrimaryAction, Screen, SeverityMark, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { moments } from './moments';
import { PreviewTimeline } from './PreviewTimeline';
import { urgencyWords } from './urgencyWords';
import './coverage.css';

const title = 'Who is paged?';
const back = { to: '/coverage', label: 'Coverage' };

type Asked = { serviceId: string; severity: Severity; at: number };
type Answered = Asked & { preview: Preview };

/** Who would be paged, when and on what, if something fired at a time: asked of the server, which knows how everybody is reached. `?service=` chooses one. */
export default function WhoIsPaged() {
  const live = useReadable('services/{id}', services);
  const mayAsk = useMay('previewPaging');
  const all = known(live);
  // The form starts from the services once, and then keeps what is chosen.
  if (mayAsk && all && all.length > 0) return <Ask all={[...all].sort((a, b) => a.name.localeCompare(b.name))} />;
  return (
    <Screen title={title} back={back}>
      <Reading live={live} label="Loading services">
        {() => <Empty title="No services yet" icon="services"><p>A service says which policy pages. Make one first; then ask who it would page.</p></Empty>}
      </Reading>
    </Screen>
  );
}

function Ask({ all }: { all: readonly Service[] }) {
  const saving = useSaving();
  const [search] = useSearchParams();
  const zone = useZone();
  const now = useMinute();
  const [serviceId, setServiceId] = useState(() => all.find(({ id }) => id === search.get('service'))?.id ?? all[0]?.id ?? '');
  const [severity, setSeverity] = useState<Severity>('SEV1');
  const [local, setLocal] = useState<string | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  // It stands under the questions, on a phone below the fold.
  useEffect(() => { if (answered !== null) answer.current?.scrollIntoView({ block: 'start' }); }, [answered]);
  const at = local === null ? now : WallTime.safeParse(local).success ? resolveWallTime(local, zone, 'first') : null;

  const ask = async () => {
    if (at === null) return saving.refuse('Not asked yet. Look at what is marked.', [{ path: 'at', message: 'is needed' }]);
    const told = await saving.save({ type: 'previewPaging', serviceId, severity, at });
    if (told?.preview) setAnswered({ serviceId, severity, at, preview: told.preview });
  };
  return (
    <Screen
      title={title} back={back}
      footer={(
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} onClick={() => { void ask(); }} data-testid="ask-preview">{saving.busy ? 'Asking' : 'Who is paged?'}</PrimaryAction>
        </>
      )}
    >
      <Stack>
        <ChoiceField label="If this service breaks" value={serviceId} onChange={(event) => setServiceId(event.target.value)}>
          {all.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
        <fieldset className="coverage-choice">
          <legend>as</legend>
          {Severity.options.map((each) => (
            <label key={each}><input type="radio" name="severity" value={each} checked={each === severity} onChange={() => setSeverity(each)} /><SeverityMark severity={each} /></label>
          ))}
        </fieldset>
        <fieldset className="coverage-choice">
          <legend>at</legend>
          {moments(now, zone).map(({ key, title, at: moment }) => {
            const wall = moment === null ? null : wallTimeAt(moment, zone);
            return <label key={key} className="tabular"><input type="radio" name="moment" checked={local === wall} onChange={() => setLocal(wall)} /><span>{title}</span></label>;
          })}
        </fieldset>
        <Field
          label="or at another time" type="datetime-local" value={local ?? wallTimeAt(now, zone)} error={saving.issueAt('at', 'The time')} hint={`In your time zone, ${zone.replaceAll('_', ' ')}.`}
          onChange={(event) => setLocal(event.target.value)}
        />
        <div aria-live="polite" ref={answer}>{answered === null ? null : <Answer answered={answered} name={all.find(({ id }) => id === answered.serviceId)?.name ?? ''} now={now} zone={zone} />}</div>
      </Stack>
    </Screen>
  );
}

function Answer({ answered: { severity, at, preview }, name, now, zone }: { answered: Answered; name: string; now: number; zone: string }) {
  return (
    <Card title={<span className="tabular">{severity} of {name}, {whenWords(at, now, zone)}, nobody acknowledges</span>}>
      <p className="coverage-urgency">{urgencyWords(preview.urgency)}</p>
      <PreviewTimeline key={`${severity} ${at} ${name}`} preview={preview} now={now} zone={zone} />
    </Card>
  );
}
