import type { Incident } from '../incident/incident';

const mark = 'DRILL: ';
const longest = 300;

/** A title that says first that nothing is wrong: "DRILL: Payments fail". Once, and no longer than a title may be. */
export const drillTitle = (title: string): string => (title.startsWith(mark) ? title : `${mark}${title}`).slice(0, longest).toWellFormed();

/** What comes before everything else that a channel says: "DRILL " of a drill, else nothing. Also on a phone that others see. */
export const drillMark = ({ drillId }: Pick<Incident, 'drillId'>): string => (drillId === null ? '' : 'DRILL ');

/** The title where the mark stands before it already. */
export const titleAfterMark = ({ drillId, title }: Pick<Incident, 'drillId' | 'title'>): string => (drillId !== null && title.startsWith(mark) ? title.slice(mark.length) : title);
