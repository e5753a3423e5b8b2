import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { known } from '../../live/live';
import { postMortem } from '../../live/postMortems';
import { usePerson } from '../../session/useSession';
import { Card, Icon, Row, useMinute } from '../../ui';
import { useReadable } from '../configuration/useReadable';
import { useSending } from '../incident/useSending';
import { standingWords } from './words';

/** On a resolved incident: how its post-mortem stands, or the way to begin one. Nothing for those who only follow, and while it is not known. */
export default function PostMortemLine({ incidentId }: { incidentId: string }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const navigate = useNavigate();
  const { sending, send } = useSending();
  const found = known(useReadable('postMortems/{id}', useMemo(() => postMortem(incidentId), [incidentId])));
  const to = `/post-mortems/${incidentId}`;
  if (found === undefined) return null;
  const begin = async () => { if (await send('draft', { type: 'draftPostMortem', incidentId })) void navigate(to); };
  return (
    <Card flush>
      {found === null
        ? <Row start={<Icon name="note" />} title={sending === null ? 'Begin a post-mortem' : 'Drafting the post-mortem'} detail="Drafted from what the incident knows" onClick={() => { if (sending === null) void begin(); }} data-testid="begin-post-mortem" />
        : <Row to={to} start={<Icon name="note" />} title={`Post-mortem: ${lowered(standingWords(found, now, timeZone))}`} data-testid="to-post-mortem" />}
    </Card>
  );
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
