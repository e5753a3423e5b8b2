import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest } from '../parsed';
import { filled, Filled, firstSaid, isObject, labelsOf, looseFields } from '../said';
import { clipped, issuesOf, keyOf, safeLinks } from '../text';

/** A text, or a list of them, as the variables of New Relic's templates are. */
const Texts = z.unknown().optional().transform((value) => (Array.isArray(value) ? value : [value]).slice(0, 50).map(filled).filter(Boolean));

/**
 * An issue of a workflow. Its body is a template of the user's: the fields may be named as in New Relic's default payload, or like the variables
 * (`issueId`, `issuePageUrl`, `entitiesData`): docs.newrelic.com/docs/alerts/get-notified/custom-variables-event-workflows.
 */
const Issue = looseFields({
  id: Filled, issueId: Filled, issueUrl: Filled, issuePageUrl: Filled, title: Texts, issueTitle: Texts, priority: Filled, severity: Filled,
  state: Filled, issueState: Filled, trigger: Filled, triggerEvent: Filled, owner: Filled, impactedEntities: Texts, entitiesData: z.unknown().optional(),
  createdAt: Filled, activatedAt: Filled, updatedAt: Filled, closedAt: Filled, description: Texts, details: Texts,
  alertPolicyNames: Texts, policyName: Texts, alertConditionNames: Texts, conditionName: Texts, workflowName: Filled, runbookUrl: Texts, sources: Texts, totalIncidents: Filled,
});
type Issue = z.infer<typeof Issue>;

export function parseIssue(body: unknown): Parsed {
  const read = Issue.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const issue = read.data;
  const status = statusOf(issue);
  const missing = [
    ...(firstSaid(issue.id, issue.issueId) === '' ? [{ path: 'id', message: 'is needed: {{ json issueId }}' }] : []),
    ...(status === null ? [{ path: 'state', message: 'is needed: {{ json state }}, which is CREATED, ACTIVATED, ACKNOWLEDGED or CLOSED' }] : []),
  ];
  return status === null || missing.length > 0 ? { ok: false, issues: missing } : parsedRequest([mapIssue(issue, status)]);
}

const opens = ['created', 'activated', 'active', 'open', 'opened', 'investigating'];
const closes = ['closed', 'resolved', 'deactivated'];

/**
 * The state; where it is missing, what triggered the notice. An acknowledged issue stays ACTIVATED, and only its owner or the trigger tells it. Triggers
 * about an incident do not count: an issue has many, and INCIDENT_CLOSED is said of one of them.
 */
function statusOf({ state, issueState, trigger, triggerEvent, owner }: Issue): ParsedAlert['status'] | null {
  const because = firstSaid(trigger, triggerEvent).toLowerCase().replace(/^issue_/, '');
  const word = firstSaid(state, issueState, because).toLowerCase();
  if (closes.includes(word)) return 'resolved';
  if (word === 'acknowledged' || (opens.includes(word) && (owner !== '' || because === 'acknowledged'))) return 'acknowledged';
  return opens.includes(word) ? 'firing' : null;
}

function mapIssue(issue: Issue, status: ParsedAlert['status']): ParsedAlert {
  const conditions = [...issue.alertConditionNames, ...issue.conditionName].join(', ');
  const policies = [...issue.alertPolicyNames, ...issue.policyName].join(', ');
  const entities = [...issue.impactedEntities, ...namesIn(issue.entitiesData)];
  const title = firstSaid(...issue.title, ...issue.issueTitle, conditions, policies);
  return {
    dedupKey: keyOf(firstSaid(issue.id, issue.issueId), 1000), groupKey: null, status, title: clipped(title, 300) || 'New Relic issue without a title',
    description: clipped([...issue.description, ...issue.details].join('\n\n'), 4000),
    severityWord: clipped(firstSaid(issue.priority, issue.severity).toLowerCase(), 100) || null,
    name: clipped(firstSaid(conditions, title), 300) || null, service: clipped(firstSaid(...entities), 300) || null,
    startedAt: momentOf(issue.createdAt) ?? momentOf(issue.activatedAt), endedAt: status === 'resolved' ? (momentOf(issue.closedAt) ?? momentOf(issue.updatedAt)) : null,
    links: safeLinks([{ href: firstSaid(issue.issueUrl, issue.issuePageUrl), text: 'New Relic' }, ...issue.runbookUrl.map((href) => ({ href, text: 'Runbook' }))]),
    labels: labelsOf({ policy: policies, condition: conditions, entities: entities.join(', '), workflow: issue.workflowName, sources: issue.sources.join(', '), incidents: issue.totalIncidents }),
  };
}

/** `entitiesData` is an object whose `names` lists them. */
const namesIn = (entities: unknown): string[] => (isObject(entities) && Array.isArray(entities.names) ? entities.names.slice(0, 50).map(filled).filter(Boolean) : []);
