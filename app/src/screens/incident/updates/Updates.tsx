import type { Incident } from '#domain/incident/incident';
import { whoTells } from '#domain/incident/remind';
import { known } from '../../../live/live';
import { updatesOf } from '../../../live/updates';
import type { useFacts } from '../../../live/useFacts';
import { useLive } from '../../../live/useLive';
import { Card, Stack } from '../../../ui';
import { Reading } from '../../configuration/Reading';
import { Follow } from '../../subscriptions/Follow';
import { Composer } from './Composer';
import { UpdateDue } from './NextUpdate';
import { UpdateList } from './UpdateList';
import './updates.css';

/** What the stakeholders were told, when they are owed the next word, and where it is written. Members. */
export default function Updates({ incident, facts }: { incident: Incident; facts: ReturnType<typeof useFacts> }) {
  const live = useLive(updatesOf(incident.id));
  return (
    <Stack>
      <UpdateDue incident={incident} teller={facts.complete ? whoTells(incident, facts) : undefined} />
      <Composer incident={incident} last={known(live)?.[0]?.phase ?? null} facts={facts} />
      <Reading live={live} label="Loading the updates" rows={2}>
        {(updates) => (updates.length === 0
          ? <Card title="Sent so far"><p className="quiet">Nothing yet. Stakeholders see the phase and the impact until then.</p></Card>
          : <Card title="Sent so far"><UpdateList updates={updates} writers /></Card>)}
      </Reading>
      <Follow incident={incident} />
    </Stack>
  );
}
