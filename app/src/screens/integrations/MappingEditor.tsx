import { useState } from 'react';
import { eventsOf } from '../../live/events';
import { known } from '../../live/live';
import { Choices } from '../configuration/Choices';
import { useReadable } from '../configuration/useReadable';
import { mappingOf, pathsIn } from './mappingDraft';
import type { MappingDraft, MappingField } from './mappingDraft';
import { MappingFields } from './MappingFields';
import { MappingPreview } from './MappingPreview';
import { sampleOf } from './sample';

/** Whether the integration has fields of its own, and which. */
export type MappingChoice = { own: boolean; draft: MappingDraft };

/** Where a body of one's own keeps what Rouse needs, with what comes of it under a sample. */
export function MappingEditor({ integrationId, choice, onChange, errorAt }: {
  integrationId: string; choice: MappingChoice; onChange: (choice: MappingChoice) => void; errorAt: (field: MappingField, label: string) => string | undefined;
}) {
  const events = known(useReadable('events/{id}', eventsOf(integrationId))) ?? [];
  const [text, setText] = useState('');
  const sample = sampleOf(text);
  const body = sample.state === 'read' ? sample.body : null;
  const mapped = choice.own ? mappingOf(choice.draft) : { mapping: null };
  return (
    <>
      <Choices
        legend="Where the body keeps what" chosen={choice.own ? 'own' : 'usual'} onChange={(key) => onChange({ ...choice, own: key === 'own' })}
        options={[
          { key: 'usual', title: 'Find it', detail: 'Rouse looks for the names that tools commonly use: title, status, severity, and their like.' },
          { key: 'own', title: 'In fields that I name', detail: 'A path into the JSON for each.' },
        ]}
      />
      {choice.own ? (
        <MappingFields
          draft={choice.draft} onChange={(draft) => onChange({ ...choice, draft })} errorAt={errorAt} paths={{ body: pathsIn(body, ''), alert: pathsIn(body, choice.draft.alerts) }}
        />
      ) : null}
      <MappingPreview
        source="generic" text={text} onText={setText} sample={sample} newest={events[0]?.id ?? null}
        mapping={'mapping' in mapped ? mapped.mapping : 'incomplete'}
      />
    </>
  );
}
