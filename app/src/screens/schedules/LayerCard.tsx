import type { CSSProperties, ReactNode } from 'react';
import type { Person } from '#domain/people/person';
import { Field, IconAction, QuietAction } from '../../ui';
import { Check, Choices } from '../configuration/Choices';
import { PeopleOrder } from './PeopleOrder';
import type { LayerDraft } from './scheduleDraft';
import { zoneWords } from './spanDraft';
import { TimesFields } from './TimesFields';
import { TurnFields } from './TurnFields';
import { ZoneField } from './ZoneField';

/** One layer, from who takes turns to when it counts; what few need stays folded. `place` says what it wins over. */
export function LayerCard({ draft, at, count, people, zone, hasHolidays, handle, style, dragged, place, errorAt, onChange, onMove, onRemove }: {
  draft: LayerDraft; at: number; count: number; people: Readonly<Record<string, Person>>; zone: string; hasHolidays: boolean; handle: ReactNode; style: CSSProperties | undefined; dragged: boolean; place: string;
  errorAt: (field: string) => string | undefined; onChange: (fields: Partial<LayerDraft>) => void; onMove: (to: number) => void; onRemove: () => void;
}) {
  const { timeZone, from, until, atOnce, holidays } = draft;
  const isSpecial = timeZone !== null || from !== '' || until !== '' || atOnce !== '1' || holidays !== 'usual' || draft.together;
  const name = draft.name.trim() || `Layer ${at + 1}`;
  return (
    <li className={`layer${dragged ? ' layer-dragged' : ''}`} style={style} data-testid="layer">
      <div className="layer-head">
        {count > 1 ? handle : null}
        <p className="layer-place">{place}</p>
        {count > 1 ? <IconAction label={`Move up: ${name}`} icon="up" disabled={at === 0} onClick={() => onMove(at - 1)} /> : null}
        {count > 1 ? <span className="people-order-down"><IconAction label={`Move down: ${name}`} icon="up" disabled={at === count - 1} onClick={() => onMove(at + 1)} /></span> : null}
        {count > 1 ? <IconAction label={`Remove the layer ${name}`} icon="close" onClick={onRemove} /> : null}
      </div>
      <Field label="Name of this layer" value={draft.name} maxLength={100} error={errorAt('name')} onChange={(event) => onChange({ name: event.target.value })} />
      <PeopleOrder layer={name} chosen={draft.participants} people={people} error={errorAt('participants')} onChange={(participants) => onChange({ participants })} />
      <TurnFields draft={draft} errorAt={errorAt} onChange={onChange} />
      <TimesFields windows={draft.windows} errorAt={errorAt} onChange={(windows) => onChange({ windows })} />
      <details className="layer-more" open={isSpecial || ['atOnce', 'timeZone', 'from', 'until'].some((field) => errorAt(field) !== undefined) || undefined}>
        <summary>More: several at once, holidays, from and until</summary>
        <div className="layer-more-inside">
          <Field label="People on call at once" inputMode="numeric" value={atOnce} error={errorAt('atOnce')} hint="Two share a turn, and the next two go on after them." onChange={(event) => onChange({ atOnce: event.target.value })} />
          {at > 0 ? <Check label="Beside the layer above" detail="Both are on call together, instead of the upper one winning." checked={draft.together} onChange={(together) => onChange({ together })} /> : null}
          <Choices
            legend="On holidays" chosen={holidays} onChange={(key) => onChange({ holidays: key })}
            options={[
              { key: 'usual', title: 'As on other days' },
              { key: 'off', title: 'Off', detail: 'Layers below take over.' },
              { key: 'only', title: 'Only on holidays', ...(hasHolidays ? {} : { detail: 'Choose the holidays of this schedule first: without them it never counts.' }) },
            ]}
          />
          <div className="span-pair">
            <Field label="Counts from" type="datetime-local" value={from} error={errorAt('from')} hint="Empty: since ever." onChange={(event) => onChange({ from: event.target.value })} />
            <Field label="Until" type="datetime-local" value={until} error={errorAt('until')} hint="Empty: for ever." onChange={(event) => onChange({ until: event.target.value })} />
          </div>
          {timeZone === null ? <QuietAction onClick={() => onChange({ timeZone: zone })}>Hand over by the clocks of another place than {zoneWords(zone)}</QuietAction> : (
            <>
              <ZoneField label="Hands over by the clocks of" value={timeZone} error={errorAt('timeZone')} onChange={(next) => onChange({ timeZone: next })} />
              <QuietAction onClick={() => onChange({ timeZone: null })}>By the schedule’s clocks again</QuietAction>
            </>
          )}
        </div>
      </details>
    </li>
  );
}
