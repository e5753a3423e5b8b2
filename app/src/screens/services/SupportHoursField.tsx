import { holidayCalendars } from '../../live/holidayCalendars';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { ChoiceField } from '../../ui';
import { Choices } from '../configuration/Choices';
import type { Saving } from '../configuration/useSaving';
import { useReadable } from '../configuration/useReadable';
import { HoursField } from './HoursField';
import type { SupportDraft } from './supportHours';
import { severitiesOfHours } from './supportHours';

/** When somebody is at work for a service, and what that changes about its pages. */
export function SupportHoursField({ draft, onChange, issueAt }: { draft: SupportDraft; onChange: (draft: SupportDraft) => void; issueAt: Saving['issueAt'] }) {
  const severities = severitiesOfHours(useFacts().severities);
  const calendars = known(useReadable('holidayCalendars/{id}', holidayCalendars)) ?? [];
  const inside = (
    <div className="hours hours-inside">
      <HoursField draft={draft.hours} onChange={(hours) => onChange({ ...draft, hours })} errorAt={(path, name) => issueAt(`supportHours.${path}`, name)} />
      <ChoiceField
        label="Not on holidays of" value={draft.holidayCalendarId} error={issueAt('supportHours.holidayCalendarId', 'The calendar')}
        hint={calendars.length === 0 ? 'There is no holiday calendar yet.' : 'A holiday counts as outside the hours.'} onChange={(event) => onChange({ ...draft, holidayCalendarId: event.target.value })}
      >
        <option value="">No calendar: holidays are days like others</option>
        {[...calendars].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
    </div>
  );
  return (
    <Choices
      legend="Support hours" chosen={draft.on ? 'hours' : 'always'} onChange={(key) => onChange({ ...draft, on: key === 'hours' })}
      options={[
        { key: 'always', title: 'At all times', detail: severities === '' ? 'Each severity is as loud as it is set up, day and night.' : `${severities} pages with high urgency, day and night.` },
        {
          key: 'hours', title: 'Within these hours', inside,
          detail: severities === '' ? 'No severity is set up to depend on them yet: see Severities.' : `High urgency for ${severities} only then. Outside, it is low: it waits until they begin and quiet hours are over, and does not escalate.`,
        },
      ]}
    />
  );
}
