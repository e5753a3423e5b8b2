import { z } from 'zod';
import { momentOf } from '../moments';
import { type Parsed, type ParsedAlert, parsedRequest, type Source } from '../parsed';
import { Fields, firstSaid, isObject, labelsOf, List, needed, Said, said } from '../said';
import { clipped, issuesOf, keyOf, safeLinks } from '../text';
import { connect } from './connect';
import { demo } from './demo';

const Essentials = z.object({
  alertId: needed('is needed: the id of the alert'), alertRule: Said, severity: Said,
  monitorCondition: Said.transform((text) => text.toLowerCase()).pipe(z.enum(['fired', 'resolved'], 'is needed: Fired or Resolved')),
  signalType: Said, monitoringService: Said, alertTargetIDs: List, configurationItems: List, targetResourceType: Said, targetResourceGroup: Said,
  firedDateTime: Said, resolvedDateTime: Said, description: Said, investigationLink: Said,
}, 'is needed: what is common to all alerts of Azure Monitor');
type Essentials = z.infer<typeof Essentials>;

/** The common alert schema (learn.microsoft.com/azure/azure-monitor/alerts/alerts-common-schema). What `alertContext` holds depends on the kind of alert. */
const AzureBody = z.object({ data: z.object({ essentials: Essentials, alertContext: Fields, customProperties: Fields }, 'is needed: essentials and alertContext') });

const switchOn = 'In Azure open Monitor → Alerts → Action groups → the group → Actions → the webhook, and choose Yes for "Enable the common alert schema"';

function parse(body: unknown): Parsed {
  if (!isObject(body)) return refused('(body)', 'is needed: JSON in the common alert schema of Azure Monitor');
  const essentials = isObject(body.data) ? body.data.essentials : undefined;
  const other = said(body.schemaId) !== 'azureMonitorCommonAlertSchema';
  if (other && essentials === undefined) {
    const what = looksLikeAzure(body) ? 'an alert in a schema of its own kind' : 'no alert of Azure Monitor';
    return refused('schemaId', `must be azureMonitorCommonAlertSchema: this is ${what}. ${switchOn}.`);
  }
  const read = AzureBody.safeParse(body);
  if (!read.success) return { ok: false, issues: issuesOf(read.error) };
  const { essentials: common, alertContext, customProperties } = read.data.data;
  return parsedRequest([mapAlert(common, alertContext, customProperties)], { test: isTest(common) });
}

/** Fields of the older schemas: metric alerts (data, context), classic ones and autoscale (status, context), log alerts (AlertRuleName or its search). */
const looksLikeAzure = (body: Record<string, unknown>) =>
  body.schemaId !== undefined || ['context', 'AlertRuleName', 'SearchQuery', 'SearchResult', 'WorkspaceId'].some((field) => body[field] !== undefined);

/** Azure's 0 is the worst, and its Sev1 is not what others call SEV1. */
const severities = new Map([['sev0', 'critical'], ['sev1', 'error'], ['sev2', 'warning'], ['sev3', 'info'], ['sev4', 'info']]);

function mapAlert(essentials: Essentials, context: Record<string, unknown>, custom: Record<string, unknown>): ParsedAlert {
  const { alertId, alertRule, monitorCondition, alertTargetIDs, configurationItems, firedDateTime, resolvedDateTime } = essentials;
  const target = said(alertTargetIDs[0]);
  const conditions = conditionsOf(context);
  const resolved = monitorCondition === 'resolved';
  const id = clipped(alertId, 1000);
  return {
    dedupKey: keyOf(alertId, 1000), groupKey: null, status: resolved ? 'resolved' : 'firing',
    title: clipped(alertRule, 300) || 'Azure alert without a rule',
    description: clipped([essentials.description, ...conditions.map(measured), activity(context)].filter(Boolean).join('\n\n'), 4000),
    severityWord: severities.get(essentials.severity.toLowerCase()) ?? null,
    name: clipped(alertRule, 300) || null,
    service: clipped(firstSaid(said(configurationItems[0]), target.split('/').findLast(Boolean) ?? ''), 300) || null,
    startedAt: momentOf(firedDateTime), endedAt: resolved ? momentOf(resolvedDateTime) : null,
    links: safeLinks([
      { href: `https://portal.azure.com/#view/Microsoft_Azure_Monitoring_Alerts/AlertDetails.ReactView/alertId~/${encodeURIComponent(id)}`, text: 'Azure portal' },
      { href: target.startsWith('/') ? `https://portal.azure.com/#resource${clipped(target, 1000)}` : '', text: 'Resource' },
      { href: said(context.LinkToSearchResults), text: 'Search results' },
      ...conditions.map(({ linkToFilteredSearchResultsUI, linkToSearchResultsUI }) => ({ href: firstSaid(said(linkToFilteredSearchResultsUI), said(linkToSearchResultsUI)), text: 'Search results' })),
      { href: essentials.investigationLink, text: 'Investigation' },
    ]),
    labels: labelsOf({
      ...custom, ...Object.fromEntries(conditions.flatMap(dimensionsOf)), signalType: essentials.signalType, monitoringService: essentials.monitoringService,
      resourceGroup: firstSaid(essentials.targetResourceGroup, segmentAfter(target, 'resourcegroups')), resourceType: essentials.targetResourceType,
      subscription: segmentAfter(alertId, 'subscriptions'),
    }),
  };
}

/** The criteria of a metric alert or a log alert; none in other kinds. */
function conditionsOf({ condition }: Record<string, unknown>): Record<string, unknown>[] {
  return isObject(condition) && Array.isArray(condition.allOf) ? condition.allOf.filter(isObject).slice(0, 20) : [];
}

function dimensionsOf({ dimensions }: Record<string, unknown>): [string, string][] {
  return (Array.isArray(dimensions) ? dimensions : []).filter(isObject).slice(0, 60).map(({ name, value }): [string, string] => [said(name), said(value)]).filter(([name]) => name !== '');
}

/** `Percentage CPU: 31.1105 (GreaterThan 25)`; the threshold comes as text. */
function measured({ metricName, metricMeasureColumn, searchQuery, metricValue, operator, threshold }: Record<string, unknown>): string {
  const what = firstSaid(said(metricName), said(metricMeasureColumn), said(searchQuery));
  const limit = [said(operator), said(threshold)].filter(Boolean).join(' ');
  return what === '' && said(metricValue) === '' ? '' : `${what || 'Value'}: ${said(metricValue) || 'unknown'}${limit && ` (${limit})`}`;
}

/** Of an activity log alert, Service Health or Resource Health: the operation and how it went, and what Microsoft writes about it. */
function activity({ operationName, status, properties }: Record<string, unknown>): string {
  const { title, communication } = isObject(properties) ? properties : {};
  return [[said(operationName), said(status)].filter(Boolean).join(': '), said(title), said(communication)].filter(Boolean).join('\n');
}

function segmentAfter(id: string, name: string): string {
  const segments = id.slice(0, 2000).split('/');
  const at = segments.findIndex((segment) => segment.toLowerCase() === name);
  return at < 0 ? '' : (segments[at + 1] ?? '');
}

/** "Test action group" sends alerts of rules called `test-…`, in a subscription that cannot be anybody's. */
const isTest = ({ alertId, alertRule }: Essentials) => alertRule.toLowerCase().startsWith('test-') && segmentAfter(alertId, 'subscriptions') === '11111111-1111-1111-1111-111111111111';

const refused = (path: string, message: string): Parsed => ({ ok: false, issues: [{ path, message }] });

export const azure: Source = { name: 'azure', label: 'Azure Monitor', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect };
