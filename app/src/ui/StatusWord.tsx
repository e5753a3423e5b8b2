import type { IncidentStatus } from '#domain/incident/incident';
import { Icon } from './Icon';
import type { IconName } from './Icon';
import './status-word.css';

const said: Record<IncidentStatus, { word: string; icon: IconName }> = {
  triggered: { word: 'Paging', icon: 'bell' },
  acknowledged: { word: 'Acknowledged', icon: 'check' },
  monitoring: { word: 'Watching', icon: 'eye' },
  resolved: { word: 'Resolved', icon: 'check' },
};

/** The status as a word with a small icon, never a colour alone. */
export function StatusWord({ status }: { status: IncidentStatus }) {
  const { word, icon } = said[status];
  return <span className={`status-word status-word-${status}`}><Icon name={icon} size={16} />{word}</span>;
}
