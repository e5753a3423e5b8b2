import type { AboutRunbook as About } from '#domain/runbook/runbook';
import { stepsOf } from '#domain/runbook/steps';
import { Card } from '../../ui';
import { counted } from '../configuration/counted';
import { AboutRunbook } from './AboutRunbook';
import Markdown from './Markdown';

/** What comes of the source: as it is read, with the number of steps that can be ticked in an incident. */
export function RunbookPreview({ about, body }: { about: About; body: string }) {
  const steps = stepsOf(body).length;
  return (
    <div className="runbook-preview" data-testid="preview">
      <h2>{about.title}</h2>
      <p className="quiet small" role="status">{steps === 0 ? 'No step to tick yet: write a numbered list.' : `${counted(steps, 'step')} to tick in an incident.`}</p>
      <AboutRunbook about={about} />
      <Card>{body.trim() === '' ? <p className="quiet">Nothing below the fields yet.</p> : <Markdown text={body} />}</Card>
    </div>
  );
}
