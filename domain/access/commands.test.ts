import { describe, expect, it } from 'vitest';
import { Command } from '../command/command';
import { Role } from '../people/person';
import { maySend, senders } from './commands';

const types = Command.options.map(({ shape }) => shape.type.value);

it('every command has a rule of who may send it, and no rule is of a command that does not exist', () => {
  expect(Object.keys(senders).sort()).toEqual([...types].sort());
});

describe('a stakeholder', () => {
  it('may report, be reached, edit their own profile, and nothing else', () => {
    expect(types.filter((type) => maySend('stakeholder', type)).sort()).toEqual(
      [
        'acceptInvite', 'addContactMethod', 'createMoveIn', 'redeemMoveIn', 'registerDevice', 'removeContactMethod', 'removeDevice', 'reportIncident', 'saveSubscription', 'sendContactCode',
        'setProfile', 'testContactMethod', 'verifyContactMethod',
      ],
    );
  });
});

describe('a responder', () => {
  it('may do what an incident asks for, but change neither people nor configuration', () => {
    const denied = types.filter((type) => !maySend('responder', type)).sort();
    expect(denied).toEqual([
      'createIntegration', 'deactivatePerson', 'deleteIncident', 'dryRunRoutingRules', 'endMaintenanceWindow', 'invitePerson', 'reactivatePerson', 'removeComponent', 'removeDestination', 'removeHeartbeat',
      'removeHolidayCalendar', 'removeIntegration', 'removeMaintenanceWindow', 'removePolicy', 'removeResponsePlan', 'removeRunbook', 'removeSchedule', 'removeService', 'removeTeam', 'resetPassword',
      'rotateHeartbeatKey', 'rotateIntegrationKey', 'saveChat', 'saveComponent', 'saveDestination', 'saveHeartbeat', 'saveHolidayCalendar', 'saveIntegration', 'saveMaintenanceWindow', 'saveMetricsTargets', 'savePolicy',
      'saveReadiness', 'saveResponsePlan', 'saveRoutingRules', 'saveSchedule', 'saveService', 'saveSeverities', 'saveStatusPage', 'saveTeam', 'saveWarRoom', 'sendDemoAlert', 'setPerson', 'testDestination', 'testRoutingRules',
    ]);
  });
});

it('an admin may send everything', () => {
  expect(types.filter((type) => !maySend('admin', type))).toEqual([]);
});

it('only what stands in for a session needs no role', () => {
  expect(types.filter((type) => senders[type] === 'anybody')).toEqual(['acceptInvite', 'redeemMoveIn']);
  expect(Role.options).toHaveLength(3);
});
