import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CoverRequest } from '#domain/oncall/cover';
import { openCoverRequests } from '../../live/oncall';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Card, PrimaryAction, QuietAction, say, Sheet, useMinute } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { ChangeLines } from '../schedules/ChangeLines';
import { changeSentence, spanWords } from '../schedules/changeWords';
import { hasAll, takingChanges } from './cover';
import type { OnCallFacts } from './useOnCall';

/** Who needs cover, for everybody to take; the reader's own can be withdrawn. Nothing where nobody asks. */
export function CoverRequests({ facts }: { facts: OnCallFacts }) {
  const { userId, timeZone } = usePerson();
  const requests = known(useLive(openCoverRequests)) ?? [];
  const now = useMinute();
  const [search, setSearch] = useSearchParams();
  // A notice leads here with the request that it is about.
  const [takingId, setTakingId] = useState<string | null>(search.get('cover'));
  const open = requests.filter(({ endAt }) => endAt > now).sort((a, b) => a.startAt - b.startAt);
  const taking = open.find(({ id }) => id === takingId && takingId !== null);
  const close = () => {
    setTakingId(null);
    if (search.has('cover')) setSearch({}, { replace: true });
  };
  if (open.length === 0) return null;
  return (
    <Card title="Cover wanted">
      <ul className="on-call-covers">
        {open.map((request) => {
          const own = request.userId === userId;
          const when = spanWords(request.startAt, request.endAt, now, timeZone);
          return (
            <li key={request.id} data-testid="cover-request">
              <p className="tabular"><b>{own ? 'You need' : `${facts.nameOf(request.userId)} needs`} cover {when}</b></p>
              <p className="quiet small tabular">
                {facts.schedules[request.scheduleId]?.name ?? request.scheduleId}
                {request.inReturn ? ` · a swap for ${spanWords(request.inReturn.startAt, request.inReturn.endAt, now, timeZone)}` : ''}{own ? ' · you stay on call until somebody takes it' : ''}
              </p>
              {request.note === '' ? null : <p className="on-call-note">“{request.note}”</p>}
              {own ? <Withdraw request={request} /> : <QuietAction outlined icon="check" onClick={() => setTakingId(request.id)} data-testid="take-cover">{request.inReturn ? 'Swap' : 'Take it'}</QuietAction>}
            </li>
          );
        })}
      </ul>
      {taking && taking.userId !== userId ? <TakeSheet request={taking} facts={facts} onClose={close} /> : null}
    </Card>
  );
}

function Withdraw({ request }: { request: CoverRequest }) {
  const saving = useSaving();
  const withdraw = async () => {
    if (await saving.save({ type: 'withdrawCover', requestId: request.id })) say('Withdrawn. The shift stays yours.', 'good');
  };
  return (
    <>
      <QuietAction outlined disabled={saving.busy} onClick={() => { void withdraw(); }}>{saving.busy ? 'Withdrawing' : 'Withdraw'}</QuietAction>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
    </>
  );
}

function TakeSheet({ request, facts, onClose }: { request: CoverRequest; facts: OnCallFacts; onClose: () => void }) {
  const { userId, timeZone } = usePerson();
  const now = useMinute();
  const saving = useSaving();
  const dated = facts.dated.find(({ schedule }) => schedule.id === request.scheduleId);
  const changes = dated ? takingChanges(request, userId, dated) : [];
  const name = facts.nameOf(request.userId);
  const isNotMine = request.inReturn !== null && dated !== undefined && !hasAll(dated, userId, request.inReturn);
  const take = async () => {
    const answer = await saving.save({ type: 'takeCover', requestId: request.id });
    if (!answer) return;
    say(answer.message, answer.outcome === 'unchanged' ? 'plain' : 'good');
    onClose();
  };
  return (
    <Sheet open onClose={onClose} title={request.inReturn ? `Swap with ${name}` : `Cover ${name}`}>
      <p className="sheet-words tabular">{facts.schedules[request.scheduleId]?.name ?? ''}, in your time zone</p>
      <ChangeLines lines={changes.map((change) => changeSentence(change, now, timeZone, facts.nameOf))} nothing={`Nothing changes: ${name} is not on call then any more.`} />
      {isNotMine ? <p className="on-call-note">You do not have the shift that {name} would take in return, so this swap is for somebody else.</p> : null}
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="sheet-actions">
        <PrimaryAction guarded busy={saving.busy} disabled={isNotMine || changes.length === 0} onClick={() => { void take(); }} data-testid="confirm">{saving.busy ? 'Taking it' : request.inReturn ? 'Swap' : 'Take it'}</PrimaryAction>
        <QuietAction tone="plain" onClick={onClose}>Cancel</QuietAction>
      </div>
    </Sheet>
  );
}
