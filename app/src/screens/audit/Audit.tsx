import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { AuditEntry } from '#domain/audit/auditEntry';
import { auditEntries } from '../../live/audit';
import { useConnection } from '../../live/connection';
import { known, type Live } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { integrations, services } from '../../live/configuration';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Empty, QuietAction, Screen, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { Entries } from './Entries';
import { choicesOf, filterOf, mayHaveOlder, searchOf, shownOf } from './auditView';
import { Filters } from './Filters';
import './audit.css';

/** How many are read at first, and more at each wish. */
const PAGE = 50;
const back = { to: '/more', label: 'More' };

/** Who changed which configuration, the newest first, each with before and after. */
export default function Audit() {
  const { role } = usePerson();
  if (role !== 'admin') {
    return <Screen title="Audit" back={back}><Empty title="The audit is for admins" icon="eye"><p>It tells who changed which configuration. Ask an admin where you need to know.</p></Empty></Screen>;
  }
  return <ForAdmins />;
}

function ForAdmins() {
  const [most, setMost] = useState(PAGE);
  const live = useLive(auditEntries(most));
  // More of them is another listener: what is read already stays on the screen meanwhile.
  const [before, setBefore] = useState<Live<AuditEntry[]> | null>(null);
  const isMore = live.state === 'loading' && before !== null;
  const shown = isMore ? before : live;
  const more = () => { setBefore(live); setMost(most + PAGE); };
  return (
    <Screen title="Audit" back={back}>
      <Reading live={shown} label="Loading what was changed" rows={6}>
        {(entries) => <Found entries={entries} hasMore={isMore || mayHaveOlder(shown, most)} isMore={isMore} onMore={more} isCopy={shown.state === 'cached'} />}
      </Reading>
    </Screen>
  );
}

function Found({ entries, hasMore, isMore, onMore, isCopy }: { entries: AuditEntry[]; hasMore: boolean; isMore: boolean; onMore: () => void; isCopy: boolean }) {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const { timeZone } = usePerson();
  const now = useMinute();
  const names = useNamesById();
  const isOffline = useConnection().state === 'offline';
  const all = useMemo(() => shownOf(entries, { names, now, timeZone }), [entries, names, now, timeZone]);
  if (entries.length === 0 && isCopy) return <Empty title="Not on this device" icon="eye"><p>It has not read the audit before. It shows as soon as there is a connection.</p></Empty>;
  if (entries.length === 0) return <Empty title="Nothing was changed yet" icon="check"><p>Whoever changes a schedule, a policy, a rule or a setting stands here, with what it was before.</p></Empty>;
  return (
    <Stack>
      <Filters filter={filter} choices={choicesOf(all)} onChange={(next) => setSearch(searchOf(next), { replace: true })} />
      {isOffline && isCopy ? <p className="quiet small" role="status">Offline: what this device has read before. What was changed since is missing.</p> : null}
      <Entries all={all} filter={filter} onClear={() => setSearch({}, { replace: true })} />
      {hasMore ? <QuietAction outlined disabled={isMore} onClick={onMore} data-testid="audit-more">{isMore ? 'Reading older ones' : 'Show more'}</QuietAction> : <p className="quiet small">That is all there is.</p>}
    </Stack>
  );
}

/** What people and things are called, by their paths: the audit keeps ids, people read names. */
function useNamesById(): Readonly<Record<string, string>> {
  const { people, teams, schedules, policies } = useFacts();
  const everyService = known(useLive(services));
  const everyIntegration = known(useLive(integrations));
  return useMemo(() => {
    const all = {
      users: Object.values(people), teams: Object.values(teams ?? {}), schedules: Object.values(schedules), escalationPolicies: Object.values(policies ?? {}), services: everyService ?? [], integrations: everyIntegration ?? [],
    };
    return Object.fromEntries(Object.entries(all).flatMap(([collection, each]) => each.map(({ id, name }) => [`${collection}/${id}`, name] as const)));
  }, [people, teams, schedules, policies, everyService, everyIntegration]);
}
