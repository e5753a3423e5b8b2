import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { isMember } from '#domain/people/person';
import type { Notification } from '#domain/notification/notification';
import { known } from '../../live/live';
import { notificationLog } from '../../live/notificationLog';
import { people } from '../../live/people';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, ChoiceField, Empty, Failure, QuietAction, Screen, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { whyWords } from '../../words/notifications';
import { Check } from '../configuration/Choices';
import { Reading } from '../configuration/Reading';
import { filterOf, groupsOf, kinds, searchOf } from './logView';
import type { LogFilter, LogGroup } from './logView';
import { NotificationLine } from './NotificationLine';

/** How many are read at first and more at each wish, and how many at most. */
const PAGE = 100;
const MOST = 500;
const back = { to: '/more', label: 'More' };

/** Every message that Rouse sent to oneself or, by choice, to anybody: when, which way, and how far it came. */
export default function NotificationLog() {
  const { role } = usePerson();
  if (role === 'stakeholder') return <Screen title="Notifications" back={back}><Failure title={readFailures.denied.title}><p>{readFailures.denied.text}</p></Failure></Screen>;
  return <Log />;
}

function Log() {
  const { userId } = usePerson();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search, userId);
  const [most, setMost] = useState(PAGE);
  const live = useLive(notificationLog(filter.userId, most));
  const change = (part: Partial<LogFilter>) => setSearch(searchOf({ ...filter, ...part }, userId), { replace: true });
  return (
    <Screen title="Notifications" back={back}>
      <Stack>
        <Filters filter={filter} onChange={change} />
        <Reading live={live} label="Loading the notifications" rows={6}>{(all) => <Groups all={all} filter={filter} />}</Reading>
        {(known(live)?.length ?? 0) >= most && most < MOST ? <QuietAction outlined onClick={() => setMost(most + PAGE)}>Show older ones</QuietAction> : null}
      </Stack>
    </Screen>
  );
}

function Filters({ filter: { userId, kind, failedOnly }, onChange }: { filter: LogFilter; onChange: (part: Partial<LogFilter>) => void }) {
  const me = usePerson();
  const everybody = known(useLive(people)) ?? [];
  const others = everybody.filter((person) => person.id !== me.userId && isMember(person)).sort((a, b) => a.name.localeCompare(b.name));
  // Somebody who is no member any more may still be looked up by an address.
  const gone = userId !== null && userId !== me.userId && !others.some(({ id }) => id === userId) ? everybody.find(({ id }) => id === userId) : undefined;
  return (
    <>
      <div className="configuration-pair">
        <ChoiceField label="To" value={userId ?? 'all'} onChange={(event) => onChange({ userId: event.target.value === 'all' ? null : event.target.value })} data-testid="log-who">
          <option value={me.userId}>Me</option>
          <option value="all">Everybody</option>
          {[...others, ...(gone ? [gone] : [])].map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
        <ChoiceField label="What" value={kind ?? ''} onChange={(event) => onChange({ kind: kinds.find((each) => each.kind === event.target.value)?.kind ?? null })}>
          <option value="">Everything</option>
          {kinds.map((each) => <option key={each.kind} value={each.kind}>{each.words}</option>)}
        </ChoiceField>
      </div>
      <Check label="Only what failed" checked={failedOnly} onChange={(checked) => onChange({ failedOnly: checked })} />
    </>
  );
}

function Groups({ all, filter }: { all: readonly Notification[]; filter: LogFilter }) {
  const { kind, failedOnly, userId } = filter;
  const groups = useMemo(() => groupsOf(all, { kind, failedOnly }), [all, kind, failedOnly]);
  if (groups.length === 0) {
    return all.length === 0
      ? <Empty title="Nothing was sent yet" icon="bell"><p>What Rouse sends shows up here, with how far it came.</p></Empty>
      : <Empty title={failedOnly ? 'Nothing failed' : 'None of these'} icon="check"><p>Of the newest {all.length}, none is of this kind.</p></Empty>;
  }
  return groups.map((group) => <OneGroup key={group.incidentId ?? 'none'} group={group} named={userId === null} />);
}

function OneGroup({ group: { incidentId, title, notifications }, named }: { group: LogGroup; named: boolean }) {
  const lead = (each: Notification) => [named ? each.userName : '', each.incidentId === null && each.kind === 'notice' ? each.title : whyWords(each)].filter((part) => part !== '').join(' · ');
  return (
    <Card title={incidentId === null ? title : <>{title} <Link to={`/incidents/${incidentId}`} className="tabular told-incident">{incidentId}</Link></>} flush>
      <ul className="told-lines">{notifications.map((each) => <NotificationLine key={each.id} notification={each} lead={lead(each)} />)}</ul>
    </Card>
  );
}
