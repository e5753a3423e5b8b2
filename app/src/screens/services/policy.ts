/** Said in place of a policy's name where the service names one that is gone. */
export const pagesNobody = 'No escalation policy';
