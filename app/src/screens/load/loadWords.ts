import { namesWords } from '../schedules/names';
import { counted } from '../configuration/counted';
import { medianOf } from './loadRows';
import type { LoadRow, Which } from './loadRows';

/** A number that each person has, as it is called and said. */
export type Measure = { key: Exclude<keyof LoadRow, 'userId'>; title: string; words: (count: number) => string };

const count = (many: number) => many.toLocaleString('en', { maximumFractionDigits: 1 });
/** Hours without their minutes; a little is not nothing. */
const hours = (many: number) => (many > 0 && many < 0.5 ? 'under 1 h' : `${Math.round(many).toLocaleString('en')} h`);

/** What is counted: of what is to come, nobody knows the pages. */
export const measures: Record<Which, readonly Measure[]> = {
  last: [
    { key: 'nightPages', title: 'Pages at night', words: count }, { key: 'pages', title: 'Pages', words: count },
    { key: 'hours', title: 'On call', words: hours }, { key: 'nightHours', title: 'On call at night', words: hours },
  ],
  next: [{ key: 'hours', title: 'On call', words: hours }, { key: 'nightHours', title: 'On call at night', words: hours }],
};

/** How long somebody goes on without a day off. */
export const run: Measure = { key: 'longestRun', title: 'Longest run without a day off', words: (many) => (many === 1 ? '1 day' : `${count(many)} days`) };

/** The one sentence on top: who carries most, and how far that is from the others. `subject` says a name, or You. */
export function leadSentence(which: Which, rows: readonly LoadRow[], subject: (userId: string) => string): string {
  return which === 'last' ? pagedMost(rows, subject) : onCallMost(rows, subject);
}

function pagedMost(rows: readonly LoadRow[], subject: (userId: string) => string): string {
  const most = Math.max(0, ...rows.map(({ nightPages }) => nightPages));
  if (most === 0) return 'Nobody was paged at night.';
  const who = subjects(rows.filter(({ nightPages }) => nightPages === most), subject);
  const times = most === 1 ? 'once' : counted(most, 'time');
  if (rows.length === 1) return `${namesWords(who)} ${verb(who, 'was', 'were')} paged at night ${times}.`;
  return `${namesWords(who)} ${verb(who, 'was', 'were')} paged most at night: ${times}${who.length > 1 ? ' each' : ''}. The median is ${count(medianOf(rows.map(({ nightPages }) => nightPages)))}.`;
}

function onCallMost(rows: readonly LoadRow[], subject: (userId: string) => string): string {
  const most = Math.max(0, ...rows.map((row) => Math.round(row.hours)));
  if (most === 0) return 'Nobody is on call in the next four weeks.';
  const who = subjects(rows.filter((row) => Math.round(row.hours) === most), subject);
  if (rows.length === 1) return `${namesWords(who)} ${verb(who, 'is', 'are')} on call for ${hours(most)}.`;
  if (who.length === rows.length) return `Everybody is on call for ${hours(most)}.`;
  return `${namesWords(who)} ${verb(who, 'is', 'are')} on call most: ${hours(most)}${who.length > 1 ? ' each' : ''}. The median is ${hours(medianOf(rows.map((row) => row.hours)))}.`;
}

/** The reader comes first among several: `You and Ann`. */
const subjects = (rows: readonly LoadRow[], subject: (userId: string) => string) => rows.map(({ userId }) => subject(userId)).sort((a, b) => Number(b === 'You') - Number(a === 'You'));
const verb = (who: readonly string[], one: string, several: string) => (who.length > 1 || who[0] === 'You' ? several : one);
