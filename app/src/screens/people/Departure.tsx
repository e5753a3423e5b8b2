import { useState } from 'react';
import type { Person } from '#domain/people/person';
import { useCommands } from '../../commands/useCommands';
import { Card, Icon, PrimaryAction, QuietAction, say, Sheet } from '../../ui';
import './people.css';

type Asked = { state: 'nothing' } | { state: 'asking' } | { state: 'known'; uncovered: readonly string[] } | { state: 'leaving' };

/** Lets somebody go, after showing what nobody would cover then; and brings them back. */
export function Departure({ person: { id, name, active } }: { person: Person }) {
  const { send } = useCommands();
  const [asked, setAsked] = useState<Asked>({ state: 'nothing' });
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => setAsked({ state: 'nothing' });
  const fail = (sentence: string) => { close(); setProblem(sentence); };

  const look = async () => {
    setProblem(null);
    setAsked({ state: 'asking' });
    const outcome = await send({ type: 'deactivatePerson', userId: id, dryRun: true });
    if (outcome.state === 'answered') setAsked({ state: 'known', uncovered: outcome.answer.uncovered ?? [] });
    else fail(outcome.sentence);
  };
  const leave = async () => {
    setAsked({ state: 'leaving' });
    const outcome = await send({ type: 'deactivatePerson', userId: id });
    if (outcome.state !== 'answered') return fail(outcome.sentence);
    close();
    say(`${name} is deactivated.`, 'good');
  };
  const comeBack = async () => {
    setProblem(null);
    setAsked({ state: 'asking' });
    const outcome = await send({ type: 'reactivatePerson', userId: id });
    if (outcome.state !== 'answered') return fail(outcome.sentence);
    close();
    say(`${name} is back. They sign in with their old password.`, 'good');
  };
  const busy = asked.state === 'asking';
  return (
    <Card title={active ? 'Leaving' : 'Coming back'}>
      {problem ? <p className="people-problem" role="alert">{problem}</p> : null}
      {active
        ? <QuietAction outlined tone="danger" disabled={busy} onClick={() => { void look(); }} data-testid="deactivate">{busy ? 'Looking what they cover' : `Deactivate ${name}`}</QuietAction>
        : <QuietAction outlined disabled={busy} onClick={() => { void comeBack(); }}>Reactivate {name}</QuietAction>}
      <Sheet open={asked.state === 'known' || asked.state === 'leaving'} onClose={close} title={`Deactivate ${name}`}>
        <div className="sheet-words">
          <p>{name} is signed out everywhere and never paged again. What they did stays in every timeline.</p>
          {asked.state === 'known' && asked.uncovered.length > 0 ? (
            <ul className="people-uncovered" data-testid="uncovered">
              {asked.uncovered.map((sentence) => <li key={sentence}><Icon name="warning" size={20} /><span>{sentence}</span></li>)}
            </ul>
          ) : null}
          {asked.state === 'known' && asked.uncovered.length === 0 ? <p>Every escalation policy still reaches somebody.</p> : null}
        </div>
        <div className="sheet-actions">
          <PrimaryAction guarded tone="danger" busy={asked.state === 'leaving'} onClick={() => { void leave(); }} data-testid="confirm">
            {asked.state === 'known' && asked.uncovered.length > 0 ? 'Deactivate all the same' : 'Deactivate'}
          </PrimaryAction>
          <QuietAction tone="plain" onClick={close}>Cancel</QuietAction>
        </div>
      </Sheet>
    </Card>
  );
}
