import type { CommandAnswer } from '#domain/command/answer';
import type { OnCallCommand } from '#domain/command/command';
import type { Person } from '#domain/people/person';
import { askCover, takeCover, withdrawCover } from './cover';
import { saveHandOverNote, saveReadiness } from './notes';
import { addOverride, removeOverride } from './overrides';
import { removeSchedule, saveSchedule } from './schedules';

type Elsewhere = 'previewPaging' | 'checkCoverage' | 'saveDestination' | 'removeDestination' | 'testDestination' | 'saveHolidayCalendar' | 'removeHolidayCalendar' | 'removePolicy';
/** What changes who is on call, and what goes with a shift. */
export type OnCallChange = Exclude<OnCallCommand, { type: Elsewhere }>;

/** Changes who is on call; who changed what goes to the audit. */
export async function changeOnCall(sent: OnCallChange, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'saveSchedule': return saveSchedule(sent, sender);
    case 'removeSchedule': return removeSchedule(sent, sender);
    case 'addOverride': return addOverride(sent, sender);
    case 'removeOverride': return removeOverride(sent, sender);
    case 'askCover': return askCover(sent, sender);
    case 'takeCover': return takeCover(sent, sender);
    case 'withdrawCover': return withdrawCover(sent, sender);
    case 'saveHandOverNote': return saveHandOverNote(sent, sender);
    case 'saveReadiness': return saveReadiness(sent, sender);
    default: return sent satisfies never;
  }
}
