import { useMatch } from 'react-router-dom';
import type { Integration } from '#domain/service/service';
import { DAY } from '#domain/time/instant';
import { lastEventOf, lastRefusalOf } from '../../live/events';
import { Icon, Row, useMinute } from '../../ui';
import { agoWords } from '../../words/ago';
import { useReadable } from '../configuration/useReadable';
import { known } from '../../live/live';
import { labelOf } from './tools';
import './integrations.css';

/** One integration in a list: the tool, when it last reported, and whether something of it was refused lately. Only admins are told of events. */
export function IntegrationRow({ integration: { id, name, source, enabled } }: { integration: Integration }) {
  const events = known(useReadable('events/{id}', lastEventOf(id)));
  const [refusal] = known(useReadable('refusals/{id}', lastRefusalOf(id))) ?? [];
  const now = useMinute();
  const current = useMatch('/integrations/:integrationId')?.params.integrationId;
  const last = events?.[0];
  const said = [labelOf(source), ...(enabled ? [] : ['switched off']), ...(events ? [last ? agoWords(last.receivedAt, now) : 'No event yet'] : [])];
  const isRefused = refusal !== undefined && now - refusal.lastSeenAt < DAY;
  return (
    <Row
      to={`/integrations/${id}`} current={id === current} start={<Icon name="integrations" />} title={name} data-testid="integration-row"
      detail={<span className="tabular">{said.join(' · ')}</span>}
      end={isRefused ? <span className="refused-badge"><Icon name="warning" size={16} />Refused</span> : null}
    />
  );
}
