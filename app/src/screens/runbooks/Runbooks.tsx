import { useMemo, useState } from 'react';
import { useMatch, useNavigate } from 'react-router-dom';
import { standingOf, servicesWithout } from '#domain/runbook/review';
import type { Runbook } from '#domain/runbook/runbook';
import { runbooks, services } from '../../live/configuration';
import { known } from '../../live/live';
import { recentIncidents } from '../../live/runbookUse';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Field, Icon, IconAction, PrimaryAction, QuietAction, Row, Rows, Screen, Stack, useMinute } from '../../ui';
import { agoWords } from '../../words/ago';
import { Reading } from '../configuration/Reading';
import { useMay } from '../configuration/useReadable';
import { listOf } from './listView';
import { Standing } from './Standing';
import './runbooks.css';

/** Every runbook, by title: for what it is, how far it can be relied on, and when it last helped; and the services that have none to rely on. */
export default function Runbooks() {
  const isMember = usePerson().role !== 'stakeholder';
  const live = useLive(isMember ? runbooks : null);
  const mayWrite = useMay('saveRunbook');
  const navigate = useNavigate();
  const go = (to: string) => () => { void navigate(to); };
  if (!isMember) {
    return <Screen title="Runbooks"><Empty title="Runbooks are for responders" icon="runbooks"><p>They tell whoever is on call what to do. You see incidents and how they go.</p></Empty></Screen>;
  }
  const actions = mayWrite ? (
    <>
      <QuietAction onClick={go('/runbooks/import')} data-testid="import-runbooks">Import</QuietAction>
      <IconAction label="New runbook" icon="plus" onClick={go('/runbooks/new')} data-testid="new-runbook" />
    </>
  ) : null;
  return (
    <Screen title="Runbooks" actions={actions}>
      <Reading live={live} label="Loading runbooks">
        {(all) => (
          <Stack>
            {all.length > 0 ? <List all={all} /> : (
              <Empty title="No runbooks yet" icon="runbooks" action={mayWrite ? <PrimaryAction icon="plus" onClick={go('/runbooks/new')}>New runbook</PrimaryAction> : null}>
                <p>A runbook says what to check first, so that nobody has to remember it at night.</p>
              </Empty>
            )}
            <WithoutApproved all={all} mayWrite={mayWrite} />
          </Stack>
        )}
      </Reading>
    </Screen>
  );
}

function List({ all }: { all: readonly Runbook[] }) {
  const every = known(useLive(services));
  const incidents = known(useLive(recentIncidents));
  const now = useMinute();
  const [typed, setTyped] = useState('');
  const current = useMatch('/runbooks/:runbookId/*')?.params.runbookId;
  const shown = useMemo(() => listOf(all, (id) => every?.find((service) => service.id === id)?.name ?? id, incidents ?? [], typed), [all, every, incidents, typed]);
  const stale = all.filter((runbook) => standingOf(runbook, now).kind === 'stale').length;
  return (
    <>
      {all.length > 3 ? <Field label="Find" type="search" value={typed} autoComplete="off" placeholder="A service, a symptom, a word" onChange={(event) => setTyped(event.target.value)} data-testid="find-runbook" /> : null}
      {stale > 0 && typed === '' ? <p className="quiet small">{stale} {stale === 1 ? 'review has' : 'reviews have'} run out: read {stale === 1 ? 'it' : 'them'} again when it is quiet.</p> : null}
      {shown.length === 0 ? <p className="quiet" role="status">No runbook has these words.</p> : (
        <Card flush>
          <Rows label="Runbooks">
            {shown.map(({ runbook, services: named, lastUsedAt }) => (
              <Row
                key={runbook.id} to={`/runbooks/${runbook.id}`} current={runbook.id === current} start={<Icon name="runbooks" />} title={runbook.title} data-testid="runbook-row"
                detail={(
                  <>
                    <span>{[named.length === 0 ? 'No service' : named.join(', '), ...(lastUsedAt === null ? [] : [`used ${agoWords(lastUsedAt, now)}`])].join(' · ')}</span>
                    <span className="runbook-standing"><Standing runbook={runbook} /></span>
                  </>
                )}
              />
            ))}
          </Rows>
        </Card>
      )}
    </>
  );
}

/** What would page tonight without anybody having stood up for what to do then. */
function WithoutApproved({ all, mayWrite }: { all: readonly Runbook[]; mayWrite: boolean }) {
  const every = known(useLive(services));
  const now = useMinute();
  const without = useMemo(() => servicesWithout(every ?? [], all, now), [every, all, now]);
  if (without.length === 0) return null;
  return (
    <Card title="Services without an approved runbook" flush>
      <Rows label="Services without an approved runbook">
        {[...without].sort((a, b) => a.name.localeCompare(b.name)).map((service) => {
          const own = all.find(({ id, serviceIds }) => id === service.runbookId || serviceIds.includes(service.id));
          const to = own ? `/runbooks/${own.id}` : mayWrite ? `/runbooks/new?service=${encodeURIComponent(service.id)}` : null;
          return (
            <Row
              key={service.id} title={service.name} start={<Icon name="warning" />} data-testid="service-without-runbook"
              detail={own ? `${own.title}: read it and approve it` : 'Has none'} {...(to === null ? {} : { to })} {...(own || !mayWrite ? {} : { end: 'Write one' })}
            />
          );
        })}
      </Rows>
    </Card>
  );
}
