import { z } from 'zod';
import { IncidentType } from '../incident/incident';
import { Severity, Urgency } from '../incident/severity';
import { TimeZone } from '../time/zone';

/**
 * What a test may look at: `title`, `description`, `status`, `severity` (SEV1 to SEV4, as the severity policy reads the source's word),
 * `severityWord` (the word itself), `name`, `service`, `dedupKey`, `groupKey`, `source`, `integration` (its name), `label.<name>`.
 */
export const FieldName = z.string().regex(
  /^(?:title|description|status|severity|severityWord|name|service|dedupKey|groupKey|source|integration|label\..{1,128})$/,
  'is not a field such as title, severity or label.env',
);

/** `like`: the whole value, `*` for anything. Values are compared without case. `present` and `absent` need no value. */
export const FieldTest = z.strictObject({
  field: FieldName,
  operator: z.enum(['is', 'isNot', 'contains', 'notContains', 'startsWith', 'endsWith', 'like', 'oneOf', 'present', 'absent']),
  /** One value; several for `oneOf`; none for `present` and `absent`. */
  values: z.array(z.string().max(300)).max(50),
});
export type FieldTest = z.infer<typeof FieldTest>;

/** Weekdays (1 Monday to 7 Sunday) and a span of the day in a zone; `until` before `from` goes past midnight. */
export const TimeOfWeek = z.strictObject({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: z.string().regex(/^\d\d:\d\d$/), until: z.string().regex(/^\d\d:\d\d$/), timeZone: TimeZone,
});
export type TimeOfWeek = z.infer<typeof TimeOfWeek>;

/** All of the tests, or any of them; no tests at all match everything. */
export const Condition = z.strictObject({
  match: z.enum(['all', 'any']), tests: z.array(FieldTest).max(20),
  during: TimeOfWeek.nullable(),
  /** Only from the Nth firing alert that fits within so many minutes. */
  atLeast: z.strictObject({ count: z.number().int().min(2).max(1000), withinMinutes: z.number().int().min(1).max(24 * 60) }).nullable(),
});
export type Condition = z.infer<typeof Condition>;

/** A key made of the alert's fields: text with `{label.cluster}` and the like in it. */
export const KeyTemplate = z.string().trim().min(1).max(300);

/** What a rule does. What is null stays as it is. `holdOffSeconds`: an alert that ends within them never pages. */
export const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('suppress') }),
  z.strictObject({
    kind: z.literal('route'),
    severity: Severity.nullable(), incidentType: IncidentType.nullable(), urgency: Urgency.nullable(), serviceId: z.string().max(64).nullable(),
    dedupKey: KeyTemplate.nullable(), groupKey: KeyTemplate.nullable(), tags: z.array(z.string().trim().min(1).max(40)).max(10),
    runbookId: z.string().max(64).nullable(), holdOffSeconds: z.number().int().min(5).max(3600).nullable(),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;

export const RoutingRule = z.strictObject({
  id: z.string().min(1).max(64), name: z.string().trim().min(1, 'is needed').max(80), enabled: z.boolean(), when: Condition, then: Outcome,
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** Whose rules: an integration's are asked first, then its service's. */
export const RuleScope = z.strictObject({ kind: z.enum(['integration', 'service']), id: z.string().min(1).max(64) });
export type RuleScope = z.infer<typeof RuleScope>;

/** `routingRules/{kind}.{id}`: an ordered list; the first rule that matches wins. */
export const RoutingRules = z.strictObject({ id: z.string(), scope: RuleScope, rules: z.array(RoutingRule).max(100) });
export type RoutingRules = z.infer<typeof RoutingRules>;

/** The document id of a scope's rules. */
export const rulesIdOf = ({ kind, id }: RuleScope): string => `${kind}.${id}`;
