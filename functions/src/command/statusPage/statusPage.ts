import type { CommandAnswer } from '#domain/command/answer';
import type { StatusPageCommand } from '#domain/command/statusPage';
import type { Person } from '#domain/people/person';
import { holdComponent, removeComponent, saveComponent } from './components';
import { cancelMaintenanceNotice, saveMaintenanceNotice } from './maintenance';
import { discardNoticeDraft, draftNotice, publishNotice, publishSummary } from './notices';
import { saveStatusPage } from './settings';

/** What the public status page shows. */
export function changeStatusPage(sent: StatusPageCommand, sender: Person): Promise<CommandAnswer> {
  switch (sent.type) {
    case 'saveStatusPage': return saveStatusPage(sent, sender);
    case 'saveComponent': return saveComponent(sent, sender);
    case 'removeComponent': return removeComponent(sent, sender);
    case 'holdComponent': return holdComponent(sent, sender);
    case 'draftNotice': return draftNotice(sent, sender);
    case 'publishNotice': return publishNotice(sent, sender);
    case 'discardNoticeDraft': return discardNoticeDraft(sent);
    case 'publishSummary': return publishSummary(sent, sender);
    case 'saveMaintenanceNotice': return saveMaintenanceNotice(sent, sender);
    case 'cancelMaintenanceNotice': return cancelMaintenanceNotice(sent, sender);
    default: return sent satisfies never;
  }
}
