import { z } from 'zod';

/** What somebody does in an incident (DESIGN: words). Of the last two there may be several. */
export const IncidentRole = z.enum(['incidentManager', 'incidentCommander', 'communicationsLead', 'scribe', 'technicalResponder', 'subjectMatterExpert']);
export type IncidentRole = z.infer<typeof IncidentRole>;

export const roleNames: Record<IncidentRole, string> = {
  incidentManager: 'Incident manager', incidentCommander: 'Incident commander', communicationsLead: 'Communications lead', scribe: 'Scribe',
  technicalResponder: 'Technical responder', subjectMatterExpert: 'Subject-matter expert',
};

/** What each does, in one line, for whoever has never had it. */
export const roleDuties: Record<IncidentRole, string> = {
  incidentManager: 'Answers for the whole, and speaks with management.', incidentCommander: 'Decides what is done next, and by whom.',
  communicationsLead: 'Tells those who are affected, and on time.', scribe: 'Writes down what happens and what was decided.',
  technicalResponder: 'Finds the cause and mends it.', subjectMatterExpert: 'Knows a part of it better than the others.',
};
