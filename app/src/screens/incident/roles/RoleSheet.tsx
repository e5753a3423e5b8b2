import { useState } from 'react';
import type { Incident } from '#domain/incident/incident';
import { type IncidentRole, isShared } from '#domain/role/role';
import { roleDuties, roleNames } from '#domain/role/roleNames';
import { usePerson } from '../../../session/useSession';
import { Icon, Row, Rows, Sheet, useMinute } from '../../../ui';
import { useSending } from '../useSending';
import { PersonChoice } from './PersonChoice';
import { heldWords, rolesToGive } from './roleRows';
import type { AboutRole } from './Roles';

type Props = { incident: Incident; about: AboutRole; open: boolean; onClose: () => void };

/** One role: who has it, who stands in; taken, given, handed over or given up. Without a role it asks first which one. */
export default function RoleSheet({ about, open, onClose, incident }: Props) {
  const [chosen, choose] = useState<{ about: AboutRole; role: IncidentRole } | null>(null);
  const role = about.role ?? (chosen?.about === about ? chosen.role : null);
  return (
    <Sheet open={open} onClose={onClose} title={role === null ? 'Give a role' : roleNames[role]}>
      {!open ? null : role === null ? (
        <Rows label="Roles">
          {rolesToGive(incident.roles).map((each) => <Row key={each} title={roleNames[each]} detail={roleDuties[each]} onClick={() => choose({ about, role: each })} data-testid={`give-${each}`} />)}
        </Rows>
      ) : <OneRole key={`${role}:${about.holderId}`} incident={incident} role={role} holderId={about.holderId} onClose={onClose} />}
    </Sheet>
  );
}

function OneRole({ incident, role, holderId, onClose }: { incident: Incident; role: IncidentRole; holderId: string | null; onClose: () => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const { sending, send } = useSending();
  const [step, setStep] = useState<'start' | 'person' | 'deputy'>('start');
  const held = incident.roles.find((each) => each.role === role && (!isShared(role) || each.userId === holderId)) ?? null;
  const assign = async (toId: string, deputyId: string | null) => {
    if (await send('assign', { type: 'assignRole', incidentId: incident.id, role, userId: toId, deputyId })) onClose();
  };
  const giveUp = async (fromId: string) => {
    if (await send('giveUp', { type: 'giveUpRole', incidentId: incident.id, role, userId: fromId })) onClose();
  };
  if (sending !== null) return <p className="sheet-words" role="status">Sending.</p>;
  if (step === 'person') {
    const others = incident.roles.filter((each) => each.role === role).map((each) => each.userId);
    return (
      <>
        <p className="sheet-words">{held === null || isShared(role) ? 'They are told, and named as a responder.' : `They take it from ${held.userId === userId ? 'you' : held.name}, and are told.`}</p>
        <PersonChoice incident={incident} without={others} onChoose={(person) => { if (person) void assign(person.userId, null); }} />
      </>
    );
  }
  if (step === 'deputy' && held !== null) {
    return (
      <>
        <p className="sheet-words">Stands in for {held.userId === userId ? 'you' : held.name}.</p>
        <PersonChoice
          incident={incident} without={[held.userId, ...(held.deputy === null ? [] : [held.deputy.userId])]} {...(held.deputy === null ? {} : { nobody: 'Nobody' })}
          onChoose={(person) => { void assign(held.userId, person?.userId ?? null); }}
        />
      </>
    );
  }
  const hasItMyself = incident.roles.some((each) => each.role === role && each.userId === userId);
  return (
    <>
      <p className="sheet-words">{roleDuties[role]} <span className="tabular">{held === null ? 'Nobody has it yet.' : `${heldWords(held, { userId, zone: timeZone }, now)}.`}</span></p>
      <Rows label="What to do">
        {hasItMyself ? null : <Row start={<Icon name="check" />} title="Take it" detail={held === null || isShared(role) ? 'You have it at once.' : `You take it from ${held.name}.`} onClick={() => { void assign(userId, null); }} data-testid="role-take" />}
        <Row start={<Icon name="forward" />} title={held === null ? 'Give it to somebody' : isShared(role) ? 'Give it to one more' : 'Hand it over'} onClick={() => setStep('person')} data-testid="role-assign" />
        {held === null ? null : <Row start={<Icon name="people" />} title={held.deputy === null ? 'Name a deputy' : 'Another deputy'} detail={held.deputy === null ? 'Stands in while they are away.' : `${held.deputy.name} now`} onClick={() => setStep('deputy')} data-testid="role-deputy" />}
        {held === null ? null : <Row start={<Icon name="close" />} title={held.userId === userId ? 'Give it up' : 'Take it away'} detail="Nobody has it then." onClick={() => { void giveUp(held.userId); }} data-testid="role-give-up" />}
      </Rows>
    </>
  );
}
