import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { useCommands } from '../../commands/useCommands';
import { usePerson } from '../../session/useSession';
import { Field, Icon, PrimaryAction, Row, Rows, Sheet, useMinute } from '../../ui';
import { minutesUntil, snoozeChoices, tomorrow } from './snoozeChoices';

/** For how long nobody is paged. Whoever snoozes has it; then it pages again from the first step. */
export default function SnoozeSheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} onClose={onClose} title="Snooze">
      {open ? <Choice incident={incident} onClose={onClose} /> : null}
    </Sheet>
  );
}

function Choice({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { userId, timeZone } = usePerson();
  const { act } = useCommands();
  const now = useMinute();
  const [own, setOwn] = useState<{ local: string; error: string | null } | null>(null);
  const isOwn = incident.status === 'acknowledged' && incident.owner.userId === userId;
  const snooze = (minutes: number) => {
    onClose();
    void act({ type: 'snooze', incidentId: incident.id, minutes });
  };
  const untilOwn = ({ local }: { local: string }) => {
    const found = minutesUntil(local, timeZone, Date.now());
    if ('problem' in found) setOwn({ local, error: found.problem });
    else snooze(found.minutes);
  };
  return (
    <>
      <p className="sheet-words">{isOwn ? 'It stays yours' : 'You have it'}, and nobody is paged until then. Then it pages again from the first step.</p>
      {own === null ? (
        <Rows label="For how long">
          {snoozeChoices(now, timeZone).map(({ key, title, until, minutes }) => (
            <Row key={key} start={<Icon name="clock" />} title={title} end={key === 'morning' ? undefined : <span className="tabular">until {until}</span>} onClick={() => snooze(minutes)} data-testid={`snooze-${key}`} />
          ))}
          <Row start={<Icon name="onCall" />} title="Until another time" onClick={() => setOwn({ local: tomorrow(Date.now(), timeZone), error: null })} data-testid="snooze-own" />
        </Rows>
      ) : (
        <form noValidate onSubmit={(event) => { event.preventDefault(); untilOwn(own); }}>
          <Field label="Until" type="datetime-local" value={own.local} error={own.error} hint={`By your clock, ${timeZone.replaceAll('_', ' ')}.`} onChange={(event) => setOwn({ local: event.target.value, error: null })} />
          <div className="sheet-actions"><PrimaryAction submit data-testid="snooze-until">Snooze until then</PrimaryAction></div>
        </form>
      )}
    </>
  );
}
