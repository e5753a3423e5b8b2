import { rulesIdOf } from '#domain/routing/rule';
import type { RoutingRules, RuleScope } from '#domain/routing/rule';
import { draftNames } from '../../drafts/drafts';
import { integrations as everyIntegration, services as everyService } from '../../live/configuration';
import { known } from '../../live/live';
import { everyRules } from '../../live/routingRules';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Failure, Icon, Row, Rows, Screen, Skeleton, Stack } from '../../ui';
import { readFailures } from '../../words/errors';
import { draftNameOf } from './useScope';
import './routing.css';

/** Whose rules: each service with the integrations that report on it, for these are asked first. */
export default function RuleScopes() {
  const { role, userId } = usePerson();
  const isMember = role !== 'stakeholder';
  const services = useLive(isMember ? everyService : null);
  const integrations = useLive(isMember ? everyIntegration : null);
  const lists = useLive(isMember ? everyRules : null);
  const failed = isMember ? [services, integrations, lists].find((live) => live.state === 'failed') : null;
  const reason = !isMember ? 'denied' : failed?.state === 'failed' ? failed.reason : null;
  const all = known(services);
  const reporting = known(integrations);
  const rules = known(lists);
  const unsaved = draftNames(userId);
  const row = (scope: RuleScope, name: string) => (
    <Row
      key={rulesIdOf(scope)} to={`/routing/${scope.kind}/${encodeURIComponent(scope.id)}`} start={<Icon name={scope.kind === 'service' ? 'incidents' : 'bell'} />} title={name} data-testid="rule-scope"
      detail={<>{scope.kind === 'service' ? 'Service' : 'Integration'} · {countWords(rules?.find(({ id }) => id === rulesIdOf(scope)))}{unsaved.includes(draftNameOf(scope)) ? <b className="routing-unsaved"> · not saved</b> : null}</>}
    />
  );
  return (
    <Screen title="Routing rules" back={{ to: '/more', label: 'More' }}>
      {reason ? <Failure title={readFailures[reason].title}><p>{readFailures[reason].text}</p></Failure> : null}
      {!reason && !(all && reporting && rules) ? <Skeleton rows={5} label="Loading the rules" /> : null}
      {all?.length === 0 ? <Empty title="No services yet" icon="incidents"><p>Rules belong to a service or to an integration of one. An admin makes the first service.</p></Empty> : null}
      {!reason && all && all.length > 0 && reporting && rules ? (
        <Stack>
          <p className="quiet">An alert is asked about by the rules of its integration, then by those of its service. The first that matches decides.</p>
          {[...all].sort((a, b) => a.name.localeCompare(b.name)).map((service) => (
            <Card key={service.id} flush>
              <Rows label={service.name}>
                {row({ kind: 'service', id: service.id }, service.name)}
                {reporting.filter(({ serviceId, removed }) => serviceId === service.id && !removed).sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => row({ kind: 'integration', id }, name))}
              </Rows>
            </Card>
          ))}
        </Stack>
      ) : null}
    </Screen>
  );
}

function countWords(list: RoutingRules | undefined): string {
  const count = list?.rules.length ?? 0;
  const off = list?.rules.filter(({ enabled }) => !enabled).length ?? 0;
  return `${count === 0 ? 'no rules' : count === 1 ? '1 rule' : `${count} rules`}${off > 0 ? `, ${off} off` : ''}`;
}
