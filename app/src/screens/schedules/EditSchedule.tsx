import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useParams } from 'react-router-dom';
import type { Schedule } from '#domain/oncall/schedule';
import { schedules } from '../../live/configuration';
import { useDraft, useUnsavedWarning } from '../../drafts/useDraft';
import { useEdited } from '../../drafts/useEdited';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Failure, Row, Rows, say, Screen, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { Reading } from '../configuration/Reading';
import { RemoveSheet } from '../configuration/RemoveSheet';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import { useOnCall } from '../oncall/useOnCall';
import type { OnCallFacts } from '../oncall/useOnCall';
import { Editor } from './Editor';
import { ScheduleDraft, scheduleDraftOf } from './scheduleDraft';
import { templateDraft, templates } from './templates';

/** Makes a schedule, or changes one. What is half-typed stays on this device. */
export default function EditSchedule() {
  const { scheduleId } = useParams();
  const live = useReadable('schedules/{id}', schedules);
  const mayChange = useMay('saveSchedule');
  const facts = useOnCall();
  const schedule = facts.schedules[scheduleId ?? ''];
  const title = scheduleId === undefined ? 'New schedule' : 'Edit the schedule';
  const back = { to: '/schedules', label: 'Schedules' };
  if (!mayChange) return <Screen title={title} back={back}><Failure title={readFailures.denied.title}><p>Only admins change schedules. Everybody on call can change single shifts in the calendar.</p></Failure></Screen>;
  if (facts.complete && scheduleId === undefined) return <NewSchedule facts={facts} />;
  if (facts.complete && schedule) return <OldSchedule key={schedule.id} schedule={schedule} facts={facts} />;
  return <Screen title={title} back={back}><Reading live={live} label="Loading this schedule">{() => <Empty title="No schedule by this address"><p>It may have been removed.</p></Empty>}</Reading></Screen>;
}

function NewSchedule({ facts }: { facts: OnCallFacts }) {
  const { userId, timeZone } = usePerson();
  const navigate = useNavigate();
  const { draft, keep } = useDraft('schedule:new', ScheduleDraft);
  useUnsavedWarning(draft !== null, 'The new schedule is not saved yet. It is kept on this device.');
  const back = { to: '/schedules', label: 'Schedules' };
  if (draft) {
    const saved = () => {
      // Before the screen is left, or it would warn of what it has just saved.
      flushSync(() => keep(null));
      void navigate(`/schedules/${encodeURIComponent(draft.id)}`, { replace: true });
    };
    return <Editor draft={draft} kept={null} overtaken={false} facts={facts} title="New schedule" back={back} onChange={keep} onDiscard={() => keep(null)} onSaved={saved} onRemove={null} />;
  }
  return (
    <Screen title="New schedule" back={back}>
      <Stack>
        <p className="configuration-lead">How do you take turns? Everything can be changed in the next step.</p>
        <Card flush>
          <Rows label="Start from">
            {templates.map(({ key, title, detail }) => (
              <Row key={key} title={title} detail={detail} data-testid={`template-${key}`} onClick={() => keep(templateDraft(key, { scheduleId: crypto.randomUUID(), newId: () => crypto.randomUUID(), timeZone, now: Date.now(), userId }))} />
            ))}
          </Rows>
        </Card>
      </Stack>
    </Screen>
  );
}

function OldSchedule({ schedule, facts }: { schedule: Schedule; facts: OnCallFacts }) {
  const navigate = useNavigate();
  const saved = useMemo(() => scheduleDraftOf(schedule), [schedule]);
  const edited = useEdited(`schedule:${schedule.id}`, ScheduleDraft, saved);
  const removal = useSaving();
  const [removing, setRemoving] = useState(false);
  useUnsavedWarning(edited?.changed ?? false, `The changes of ${schedule.name} are not saved. They are kept on this device.`);
  if (!edited) return null;
  const address = `/schedules/${encodeURIComponent(schedule.id)}`;
  const remove = async () => {
    if (!(await removal.save({ type: 'removeSchedule', scheduleId: schedule.id }))) return;
    flushSync(edited.discard);
    say('Removed.', 'good');
    void navigate('/schedules', { replace: true });
  };
  return (
    <>
      <Editor
        draft={edited.value} kept={schedule} overtaken={edited.overtaken} facts={facts} title={`Edit ${schedule.name}`} back={{ to: address, label: schedule.name }}
        onChange={edited.change} onDiscard={edited.changed ? edited.discard : null} onRemove={() => setRemoving(true)} onSaved={() => { flushSync(() => edited.settle(edited.value)); void navigate(address, { replace: true }); }}
      />
      {removing ? (
        <RemoveSheet name={schedule.name} typed saving={removal} onRemove={() => { void remove(); }} onClose={() => setRemoving(false)}>
          <p>Nobody is on call by it any more. A policy that names it has to be changed first.</p>
        </RemoveSheet>
      ) : null}
    </>
  );
}
