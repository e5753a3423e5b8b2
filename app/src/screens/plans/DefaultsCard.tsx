import { Link } from 'react-router-dom';
import { Severity } from '#domain/incident/severity';
import { ownPlanFor } from '#domain/plan/planFor';
import { Card, Row, Rows, SeverityMark } from '../../ui';
import type { AppPlanFacts } from './usePlanFacts';

const words = { page: 'page', openChannel: 'open a channel', draftStatusUpdate: 'draft the public notice' } as const;

/** What holds where no plan of the team's own does: each severity's default, and what it still lacks to be carried out. */
export function DefaultsCard({ facts }: { facts: AppPlanFacts }) {
  const isReplaced = (severity: Severity) => ownPlanFor(severity, '', facts.plans) !== undefined;
  const lacks = facts.chat?.slack || Object.values(facts.destinations).some(({ enabled, kind, serviceIds }) => enabled && kind !== 'webhook' && serviceIds.length > 0) ? null
    : 'No channel is opened yet: connect Slack below, or let a Slack or Teams destination follow the service.';
  return (
    <Card title="Defaults" action={<Link className="action action-quiet action-quiet-accent" to="/severities">Severities</Link>} flush>
      <Rows label="Defaults">
        {Severity.options.map((severity) => (
          <Row
            key={severity} start={<SeverityMark severity={severity} />} title={<span className="plan-default">{sentence(facts.severities[severity].plan)}</span>} data-testid={`default-${severity}`}
            {...(isReplaced(severity) ? { detail: 'A plan of yours goes before it, for all services.' } : {})}
          />
        ))}
      </Rows>
      <p className="configuration-empty plan-lacks">They hold where no plan of yours does. {lacks}</p>
    </Card>
  );
}

function sentence(plan: readonly (keyof typeof words)[]): string {
  const parts = plan.map((each) => words[each]);
  const text = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? 'nothing by itself');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
