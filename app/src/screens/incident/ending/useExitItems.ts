import { useState } from 'react';
import { type ExitItem, exitItems } from '#domain/incident/exitList';
import type { Incident } from '#domain/incident/incident';
import { useCommands } from '../../../commands/useCommands';
import { useFacts } from '../../../live/useFacts';
import { usePerson } from '../../../session/useSession';
import { useMinute } from '../../../ui';

type Said = Pick<ExitItem, 'item' | 'state' | 'reason'>;

/** The exit list as it stands, with what was tapped a moment ago; what got no answer falls back to what is so. */
export function useExitItems(incident: Incident): { items: ExitItem[]; check: (said: Said) => void } {
  const { severities } = useFacts();
  const { name } = usePerson();
  const { act } = useCommands();
  const now = useMinute();
  const [tapped, setTapped] = useState<readonly Said[]>([]);
  const items = exitItems(incident, severities, now).map((each) => {
    const said = tapped.find(({ item }) => item === each.item);
    return said ? { ...said, by: said.state === 'open' ? null : name } : each;
  });
  const check = (said: Said) => {
    setTapped((before) => [...before.filter(({ item }) => item !== said.item), said]);
    void act({ type: 'checkExit', incidentId: incident.id, ...said }).then(() => {
      // By now the listener has it, or never will.
      setTimeout(() => setTapped((before) => before.filter((each) => each !== said)), 600);
    });
  };
  return { items, check };
}
