import { lazy, Suspense } from 'react';
import type { Incident } from '#domain/incident/incident';
import { type IncidentRole, isShared } from '#domain/role/role';
import { roleDuties, roleNames } from '#domain/role/roleNames';
import { usePerson } from '../../../session/useSession';
import { Card, QuietAction, useMinute } from '../../../ui';
import { useOpening } from '../useOpening';
import { useSending } from '../useSending';
import { heldWords, lacksCommander, roleRows, type RoleRow } from './roleRows';
import './roles.css';

const RoleSheet = lazy(() => import('./RoleSheet'));

/** What the sheet is about: one role and who has it, or (null) which role to give. */
export type AboutRole = { role: IncidentRole | null; holderId: string | null };

/** Who does what in it: each role with its duty and who has it; taken in one tap, handed over in a sheet. */
export function Roles({ incident, proposed }: { incident: Incident; proposed: readonly IncidentRole[] }) {
  const { userId } = usePerson();
  const now = useMinute();
  const sheet = useOpening<AboutRole>();
  const { sending, send } = useSending();
  const isOpen = incident.status !== 'resolved';
  const rows = roleRows(incident.roles, proposed, userId);
  if (rows.length === 0 && !isOpen) return null;
  const take = (role: IncidentRole) => { void send(role, { type: 'assignRole', incidentId: incident.id, role, userId, deputyId: null }); };
  const asksCommander = lacksCommander(incident, now);
  return (
    <Card
      title="Roles" {...(asksCommander ? { tone: 'warning' as const } : {})}
      action={isOpen ? <QuietAction onClick={() => sheet.show({ role: null, holderId: null })} data-testid="give-role">Give a role</QuietAction> : undefined}
    >
      {asksCommander ? <p className="roles-asks" role="status" data-testid="lacks-commander">Open for more than an hour, and nobody decides. Who commands?</p> : null}
      {rows.length === 0 ? <p className="quiet">Nobody has one.</p> : null}
      <ul className="roles" data-testid="roles">
        {rows.map((row) => (
          <OneRole
            key={row.key} row={row} isOpen={isOpen} busy={sending === row.role} onTake={() => take(row.role)}
            onOpen={() => sheet.show({ role: row.role, holderId: row.held?.userId ?? null })}
          />
        ))}
      </ul>
      <Suspense fallback={null}>{sheet.about === null ? null : <RoleSheet incident={incident} about={sheet.about} open={sheet.open} onClose={sheet.close} />}</Suspense>
    </Card>
  );
}

function OneRole({ row: { role, held, isMine }, isOpen, busy, onTake, onOpen }: { row: RoleRow; isOpen: boolean; busy: boolean; onTake: () => void; onOpen: () => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const words = (
    <>
      <span className="roles-name">{roleNames[role]}</span>
      {held === null ? null : <span className="roles-who tabular">{heldWords(held, { userId, zone: timeZone }, now)}</span>}
      <span className={held === null ? 'roles-duty' : 'roles-duty roles-duty-known'}>{held === null ? 'Nobody yet. ' : ''}{roleDuties[role]}</span>
    </>
  );
  if (!isOpen) return <li><div className="roles-words">{words}</div></li>;
  const canTake = !isMine && (held === null || !isShared(role));
  return (
    <li data-testid={`role-${role}`}>
      <button type="button" className="roles-words" onClick={onOpen}>{words}</button>
      {held === null && canTake ? <QuietAction outlined disabled={busy} onClick={onTake} data-testid={`take-${role}`} aria-label={`Take it: ${roleNames[role]}`}>{busy ? 'Taking it' : 'Take it'}</QuietAction> : null}
    </li>
  );
}
