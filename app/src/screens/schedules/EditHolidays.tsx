import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { LocalDate } from '#domain/oncall/holidays';
import type { HolidayCalendar } from '#domain/oncall/holidays';
import { whenWords } from '#domain/time/words';
import { holidayCalendars } from '../../live/oncall';
import { known } from '../../live/live';
import { useZone } from '../../session/useZone';
import { Card, Empty, Field, IconAction, QuietAction, Row, Rows, say, Screen, Stack, useMinute } from '../../ui';
import { Choices } from '../configuration/Choices';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import './editor.css';

/** One list of holidays: typed day by day, or read from a calendar on the web. */
export default function EditHolidays() {
  const { calendarId } = useParams();
  const live = useReadable('holidayCalendars/{id}', holidayCalendars);
  const mayChange = useMay('saveHolidayCalendar');
  const calendar = known(live)?.find(({ id }) => id === calendarId) ?? null;
  const back = { to: '/holidays', label: 'Holidays' };
  if (mayChange && known(live) && (calendar || calendarId === undefined)) return <Form key={calendarId ?? 'new'} calendar={calendar} />;
  return (
    <Screen title={calendar?.name ?? 'Holidays'} back={back}>
      <Reading live={live} label="Loading this list">
        {() => (calendar ? <Stack><Days days={calendar.days} /><p className="quiet small">Only admins change this.</p></Stack> : <Empty title="No list by this address"><p>{calendarId === undefined ? 'Only admins add one.' : 'It may have been removed.'}</p></Empty>)}
      </Reading>
    </Screen>
  );
}

function Days({ days }: { days: HolidayCalendar['days'] }) {
  return (
    <Card flush>
      {days.length === 0 ? <p className="configuration-empty">No days yet.</p> : <Rows label="Days">{days.map(({ date, name }) => <Row key={`${date} ${name}`} title={name} end={<span className="tabular">{date}</span>} />)}</Rows>}
    </Card>
  );
}

function Form({ calendar }: { calendar: HolidayCalendar | null }) {
  const navigate = useNavigate();
  const zone = useZone();
  const now = useMinute();
  const saving = useSaving();
  const removal = useSaving();
  const [name, setName] = useState(calendar?.name ?? '');
  const [kind, setKind] = useState<'days' | 'url'>(calendar !== null && calendar.url !== null ? 'url' : 'days');
  const [url, setUrl] = useState(calendar?.url ?? '');
  const [days, setDays] = useState<HolidayCalendar['days']>(calendar?.days ?? [{ date: '', name: '' }]);
  const [removing, setRemoving] = useState(false);
  const set = (index: number, fields: Partial<HolidayCalendar['days'][number]>) => setDays(days.map((each, at) => (at === index ? { ...each, ...fields } : each)));
  const save = async () => {
    const filled = days.filter((day) => day.date !== '' || day.name.trim() !== '');
    const wrong = kind === 'days' && filled.some((day) => day.name.trim() === '' || !LocalDate.safeParse(day.date).success);
    if (name.trim() === '') return saving.refuse('The list needs a name.', [{ path: 'name', message: 'is needed' }]);
    if (wrong) return saving.refuse('Every day needs a date and a name.', [{ path: 'days', message: 'need a date and a name each' }]);
    if (kind === 'url' && !url.startsWith('https://')) return saving.refuse('The address begins with https.', [{ path: 'url', message: 'has to begin with https://' }]);
    const wish = kind === 'url' ? { url: url.trim(), days: calendar?.days ?? [] } : { url: null, days: filled.map((day) => ({ date: day.date, name: day.name.trim() })).sort((a, b) => a.date.localeCompare(b.date)) };
    const answer = await saving.save({ type: 'saveHolidayCalendar', calendarId: calendar?.id ?? null, name: name.trim(), ...wish });
    if (!answer) return;
    say(answer.message || 'Saved.', 'good');
    void navigate('/holidays', { replace: true });
  };
  const remove = async () => {
    if (!calendar || !(await removal.save({ type: 'removeHolidayCalendar', calendarId: calendar.id }))) return;
    say('Removed.', 'good');
    void navigate('/holidays', { replace: true });
  };
  const daysWrong = saving.issueAt('days', 'Days');
  return (
    <EditScreen title={calendar ? `Edit ${calendar.name}` : 'New list of holidays'} back={{ to: '/holidays', label: 'Holidays' }} saving={saving} onSave={() => { void save(); }}>
      <Field label="Name" placeholder="Holidays in Berlin" value={name} maxLength={80} error={saving.issueAt('name', 'The name')} onChange={(event) => setName(event.target.value)} />
      <Choices
        legend="Days" chosen={kind} onChange={setKind}
        options={[
          { key: 'days', title: 'Enter them here' },
          { key: 'url', title: 'Read them from a calendar', detail: 'An iCalendar address (.ics), looked at once a day.', inside: <Field label="Address" type="url" inputMode="url" placeholder="https://" value={url} error={saving.issueAt('url', 'The address')} onChange={(event) => setUrl(event.target.value)} /> },
        ]}
      />
      {kind === 'days' ? (
        <div className="holiday-days" role="group" aria-label="Days">
          {days.map((day, index) => (
            <div className="holiday-day" key={index}>
              <Field label="Date" type="date" value={day.date} onChange={(event) => set(index, { date: event.target.value })} />
              <Field label="Name" value={day.name} maxLength={200} onChange={(event) => set(index, { name: event.target.value })} />
              <IconAction label={`Remove ${day.name || 'this day'}`} icon="close" onClick={() => setDays(days.filter((_, at) => at !== index))} />
            </div>
          ))}
          {daysWrong ? <p className="field-error" role="alert">{daysWrong}</p> : null}
          <QuietAction icon="plus" onClick={() => setDays([...days, { date: '', name: '' }])}>Add a day</QuietAction>
        </div>
      ) : calendar?.url ? (
        <>
          {calendar.problem === null ? null : <p className="configuration-problem">The last try did not work: {calendar.problem}. The days from before still hold.</p>}
          {calendar.fetchedAt === null ? null : <p className="quiet small tabular">Last read {whenWords(calendar.fetchedAt, now, zone)}.</p>}
          <Days days={calendar.days} />
        </>
      ) : null}
      {calendar ? <div className="editor-remove"><QuietAction tone="danger" onClick={() => setRemoving(true)}>Remove this list</QuietAction></div> : null}
      {removing && calendar ? <RemoveSheet name={calendar.name} saving={removal} onRemove={() => { void remove(); }} onClose={() => setRemoving(false)}><p>Schedules that go by it have no holidays any more.</p></RemoveSheet> : null}
    </EditScreen>
  );
}
