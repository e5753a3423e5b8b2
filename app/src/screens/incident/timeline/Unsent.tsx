import type { Command } from '#domain/command/command';
import { Icon } from '../../../ui';

/** What was written here and has not arrived: it stands apart from what everybody sees. */
export function Unsent({ commands }: { commands: readonly Command[] }) {
  const written = commands.flatMap((command) => (command.type === 'addNote' || command.type === 'addDecision' ? [command] : []));
  if (written.length === 0) return null;
  return (
    <ul className="timeline-unsent" aria-label="Not yet sent">
      {written.map((command) => (
        <li key={command.commandId} data-testid="unsent-note">
          <Icon name="offline" size={18} />
          <div>
            <p><b>Not yet sent.</b> {command.type === 'addDecision' ? 'Decided: ' : ''}{command.text}</p>
            {command.type === 'addNote' && command.pictures && command.pictures.length > 0 ? <p className="quiet small">with {command.pictures.length} {command.pictures.length === 1 ? 'picture' : 'pictures'}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
