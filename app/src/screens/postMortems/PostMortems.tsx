import { useMemo, useState } from 'react';
import { stateNames } from '#domain/postMortem/markdown';
import { type PostMortem, PostMortemState } from '#domain/postMortem/postMortem';
import { overdueItems } from '#domain/postMortem/reminders';
import { whenWords } from '#domain/time/words';
import { postMortems } from '../../live/postMortems';
import { usePerson } from '../../session/useSession';
import { Card, ChoiceField, Empty, Field, Icon, Row, Rows, Screen, SeverityMark, Stack, useMinute } from '../../ui';
import { counted } from '../configuration/counted';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { type Filters, listOf, servicesIn } from './listView';
import { dueWords, itemWords } from './words';
import './post-mortems.css';

/** What was learned so far: what is overdue on top for everybody, then every post-mortem, found by its words, state or service. */
export default function PostMortems() {
  const live = useReadable('postMortems/{id}', postMortems);
  return (
    <Screen title="Post-mortems" back={{ to: '/more', label: 'More' }}>
      <Reading live={live} label="Loading post-mortems">
        {(all) => (all.length === 0 ? (
          <Empty title="No post-mortem yet" icon="note">
            <p>One is drafted by itself when a SEV1 or SEV2 ends. For any other incident, open it once it is resolved and begin one there.</p>
          </Empty>
        ) : <Stack><Overdue all={all} /><List all={all} /></Stack>)}
      </Reading>
    </Screen>
  );
}

/** A few at once: the rest is counted, and found under its post-mortem. */
const overdueAtOnce = 5;

function Overdue({ all }: { all: readonly PostMortem[] }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const [every, setEvery] = useState(false);
  const late = useMemo(() => overdueItems(all, now), [all, now]);
  if (late.length === 0) return null;
  const shown = every ? late : late.slice(0, overdueAtOnce);
  return (
    <Card flush tone="warning" title={`${counted(late.length, 'action item')} overdue`}>
      <Rows label="Overdue action items">
        {shown.map(({ postMortem, item }) => (
          <Row
            key={`${postMortem.incidentId} ${item.id}`} to={`/post-mortems/${postMortem.incidentId}#action-items`} start={<Icon name="clock" />} title={item.title} data-testid="overdue-item"
            detail={<><span className="post-mortem-late">{itemWords(item, { userId, zone: timeZone }, now).words}</span><span className="post-mortem-of">{postMortem.title}</span></>}
          />
        ))}
        {shown.length === late.length ? null : <Row title={`Show all ${late.length}`} onClick={() => setEvery(true)} />}
      </Rows>
    </Card>
  );
}

const states: readonly Filters['state'][] = ['all', ...PostMortemState.options];

function List({ all }: { all: readonly PostMortem[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const [filters, setFilters] = useState<Filters>({ typed: '', state: 'all', serviceId: '' });
  const services = useMemo(() => servicesIn(all), [all]);
  const shown = useMemo(() => listOf(all, filters), [all, filters]);
  const set = (changed: Partial<Filters>) => setFilters({ ...filters, ...changed });
  return (
    <>
      <Field label="Find" type="search" value={filters.typed} autoComplete="off" placeholder="A title, a service, a cause" onChange={(event) => set({ typed: event.target.value })} data-testid="find-post-mortem" />
      <div className="configuration-pair">
        <ChoiceField label="State" value={filters.state} onChange={(event) => set({ state: states.find((state) => state === event.target.value) ?? 'all' })} data-testid="filter-state">
          <option value="all">Any state</option>
          {PostMortemState.options.map((state) => <option key={state} value={state}>{stateNames[state]}</option>)}
        </ChoiceField>
        <ChoiceField label="Service" value={filters.serviceId} onChange={(event) => set({ serviceId: event.target.value })} data-testid="filter-service">
          <option value="">Any service</option>
          {services.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
      </div>
      {shown.length === 0 ? <p className="quiet" role="status">No post-mortem has these words, or is of this state and service.</p> : (
        <Card flush>
          <Rows label="Post-mortems">
            {shown.map((one) => {
              const { words, isLate } = dueWords(one, now, timeZone);
              const open = one.actionItems.filter(({ doneAt }) => doneAt === null).length;
              return (
                <Row
                  key={one.incidentId} to={`/post-mortems/${one.incidentId}`} start={<SeverityMark severity={one.severity} word={false} />} title={one.title} data-testid="post-mortem-row"
                  detail={(
                    <>
                      <span>{one.serviceName} · {whenWords(one.triggeredAt, now, timeZone)}</span>
                      <span className="post-mortem-of"><b>{stateNames[one.state]}</b>{one.state === 'published' ? '' : <>, <span className={isLate ? 'post-mortem-late' : undefined}>{words}</span></>}{open === 0 ? '' : ` · ${counted(open, 'open item')}`}</span>
                    </>
                  )}
                />
              );
            })}
          </Rows>
        </Card>
      )}
    </>
  );
}
