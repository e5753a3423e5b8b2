import type { Incident } from '#domain/incident/incident';
import { Severity } from '#domain/incident/severity';
import { useCommands } from '../../commands/useCommands';
import { useFacts } from '../../live/useFacts';
import { Icon, Row, Rows, SeverityMark, Sheet } from '../../ui';

/** The four severities with what they mean; one tap sets it. */
export function SeveritySheet({ incident, open, onClose }: { incident: Incident; open: boolean; onClose: () => void }) {
  const { act } = useCommands();
  const { severities } = useFacts();
  return (
    <Sheet open={open} onClose={onClose} title="Set severity">
      <Rows label="Severities">
        {Severity.options.map((severity) => (
          <Row
            key={severity} title={<SeverityMark severity={severity} />} detail={`${severities[severity].name}: ${severities[severity].meaning.toLowerCase()}`}
            end={severity === incident.severity ? <Icon name="check" /> : null} data-testid={`severity-${severity}`}
            onClick={() => { onClose(); if (severity !== incident.severity) void act({ type: 'setSeverity', incidentId: incident.id, severity }); }}
          />
        ))}
      </Rows>
    </Sheet>
  );
}
