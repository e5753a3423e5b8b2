import { useMemo } from 'react';
import type { Incident } from '#domain/incident/incident';
import type { SeverityPolicy } from '#domain/incident/severity';
import { whenWords } from '#domain/time/words';
import { notYetSent } from '../../../commands/overlay';
import { useQueue } from '../../../commands/useCommands';
import { usePerson } from '../../../session/useSession';
import { Card, Icon, useMinute } from '../../../ui';
import { useGrownUp } from '../../../ui/useGrownUp';
import { useSending } from '../useSending';
import { milestoneRows } from './milestoneRows';
import './milestones.css';

/** How far it is: three large buttons, one tap each, that say what they do and, once reached, when. */
export function Milestones({ incident, severities }: { incident: Incident; severities: SeverityPolicy }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const queue = useQueue();
  const unsent = useMemo(() => notYetSent(queue, incident.id), [queue, incident.id]);
  const { sending, send } = useSending();
  const grownUp = useGrownUp(true);
  return (
    <Card title="How far it is">
      <ul className="milestones">
        {milestoneRows(incident, severities[incident.severity].watchMinutes, unsent).map(({ milestone, title, words, reachedAt, canTap, isUnsent }) => (
          <li key={milestone}>
            <button
              type="button" className={`milestone${reachedAt === null ? '' : ' milestone-reached'}`} disabled={!canTap || isUnsent || sending === milestone} aria-disabled={grownUp ? undefined : true}
              data-testid={`milestone-${milestone}`} onClick={() => { if (grownUp) void send(milestone, { type: 'setMilestone', incidentId: incident.id, milestone }); }}
            >
              <span className="milestone-mark">{reachedAt === null ? null : <Icon name="check" size={20} />}</span>
              <span className="milestone-words">
                <span className="milestone-title">{title}</span>
                <span className="milestone-detail tabular">{isUnsent ? 'Not yet sent. It waits for a connection.' : reachedAt === null ? words : `${whenWords(reachedAt, now, timeZone)}${canTap ? `. Again: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : ''}`}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
