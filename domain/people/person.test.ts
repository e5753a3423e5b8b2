import { describe, expect, it } from 'vitest';
import { samplePerson } from '../samples';
import { Contact, isMember, Person, Role } from './person';

describe('members', () => {
  it.each(Role.options.flatMap((role) => [{ role, active: true }, { role, active: false }]))('an active admin or responder: $role, active $active', ({ role, active }) => {
    expect(isMember({ role, active })).toBe(active && role !== 'stakeholder');
  });
});

it('the sample is a person, and a person with a field too many is none', () => {
  expect(Person.safeParse(samplePerson('priya')).success).toBe(true);
  expect(Person.safeParse({ ...samplePerson('priya'), isRoot: true }).success).toBe(false);
  expect(Person.safeParse({ ...samplePerson('priya'), role: 'owner' }).success).toBe(false);
});

it('a contact has an address and devices, of which each may lack a token', () => {
  const device = {
    id: 'device-0001', name: 'Pixel 9', platform: 'android', pushToken: null, permission: 'denied', installed: false, soundAllowed: false,
    registeredAt: 1, lastOpenedAt: 1, lastReceiptAt: null,
  };
  expect(Contact.safeParse({ email: 'priya@rouse.test', devices: [device] }).success).toBe(true);
  expect(Contact.safeParse({ email: 'priya', devices: [] }).success).toBe(false);
  expect(Contact.safeParse({ email: 'priya@rouse.test', devices: [{ ...device, pushToken: '' }] }).success).toBe(false);
});
