import { FieldName } from '#domain/routing/rule';
import type { Grouping } from '#domain/service/service';

/** What each way of grouping means for whoever is woken: read by the admin who chooses. */
export const groupingChoices: readonly { key: Grouping['by']; title: string; detail: string }[] = [
  { key: 'source', title: 'As the tool groups', detail: 'What your tool sends as one group is one incident and rings once. An alert without a group is an incident of its own.' },
  { key: 'fields', title: 'By fields', detail: 'Alerts that agree in these fields are one incident: with label.cluster, two broken clusters ring twice, each of them once.' },
  { key: 'service', title: 'By service and time', detail: 'Whatever starts within these minutes of the first alert is one incident: the fewest rings, also where two faults have nothing to do with each other.' },
];

/** A grouping as it is typed. */
export type GroupingDraft = { by: Grouping['by']; fields: string; windowMinutes: string; overSource: boolean };

/** What the form starts with for a grouping; what it does not use has a sensible value for those who switch. */
export function draftOf(grouping: Grouping): GroupingDraft {
  return {
    by: grouping.by,
    fields: grouping.by === 'fields' ? grouping.fields.join(', ') : '',
    windowMinutes: grouping.by === 'service' ? String(grouping.windowMinutes) : '10',
    overSource: grouping.by === 'source' ? false : grouping.overSource,
  };
}

/** The grouping that was typed, or what is wrong with it. */
export function groupingOf({ by, fields, windowMinutes, overSource }: GroupingDraft): Grouping | { path: string; message: string } {
  switch (by) {
    case 'source': return { by };
    case 'fields': {
      const named = [...new Set(fields.split(',').map((field) => field.trim()).filter(Boolean))];
      const unknown = named.find((field) => !FieldName.safeParse(field).success);
      if (named.length === 0) return { path: 'grouping.fields', message: 'need at least one, such as label.cluster' };
      if (unknown !== undefined) return { path: 'grouping.fields', message: `has “${unknown}”, which is no field. A label is written label.${unknown.replace(/[^\w.-]/g, '')}` };
      return named.length > 5 ? { path: 'grouping.fields', message: 'are five at most' } : { by, fields: named, overSource };
    }
    case 'service': {
      const minutes = Number(windowMinutes);
      const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= 24 * 60;
      return fits ? { by, windowMinutes: minutes, overSource } : { path: 'grouping.windowMinutes', message: 'must be whole, from 1 to 1,440' };
    }
    default: return by satisfies never;
  }
}

/** How a service groups, in a few words: `By label.cluster, also over the tool's own groups`. */
export function groupingWords(grouping: Grouping): string {
  switch (grouping.by) {
    case 'source': return 'As the tool groups';
    case 'fields': return `By ${grouping.fields.join(', ')}${overWords(grouping.overSource)}`;
    case 'service': return `Everything within ${grouping.windowMinutes} min of the first alert${overWords(grouping.overSource)}`;
    default: return grouping satisfies never;
  }
}

const overWords = (overSource: boolean) => (overSource ? ', also over the tool’s own groups' : ', where the tool names no group');
