import type { CommandAnswer } from '#domain/command/answer';
import type { ContactCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { addContactMethod, sendContactCode } from './codes';
import { confirmShift } from './confirmShift';
import { createCalendarFeed, revokeCalendarFeed } from './feeds';
import { createMoveIn } from './moveIn';
import { removeContactMethod } from './remove';
import { saveNotificationRules } from './rules';
import { testContactMethod } from './tryOut';
import { saveSubscription } from './subscription';
import { removeTimeOff, saveTimeOff } from './timeOff';
import { verifyContactMethod } from './verify';

export { redeemMoveIn } from './moveIn';

/** What people set about their own ways to be reached; nobody else's is ever touched. */
export async function changeContact(sent: Exclude<ContactCommand, { type: 'redeemMoveIn' }>, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'addContactMethod': return addContactMethod(sent, sender);
    case 'sendContactCode': return sendContactCode(sent, sender);
    case 'verifyContactMethod': return verifyContactMethod(sent, sender);
    case 'removeContactMethod': return removeContactMethod(sent, sender);
    case 'saveNotificationRules': return saveNotificationRules(sent, sender);
    case 'testContactMethod': return testContactMethod(sent, sender);
    case 'createCalendarFeed': return createCalendarFeed(sent, sender);
    case 'revokeCalendarFeed': return revokeCalendarFeed(sent, sender);
    case 'createMoveIn': return createMoveIn(sender);
    case 'saveSubscription': return saveSubscription(sent, sender);
    case 'saveTimeOff': return saveTimeOff(sent, sender);
    case 'removeTimeOff': return removeTimeOff(sent, sender);
    case 'confirmShift': return confirmShift(sent, sender);
    default: return sent satisfies never;
  }
}
