import { useRef, useState } from 'react';
import type { CommandAnswer } from '#domain/command/answer';
import type { Command } from '#domain/command/command';
import { sendCommand } from '../../commands/send';
import type { Issue } from '../../commands/send';
import { asCommand } from '../../commands/wish';
import type { Wish } from '../../commands/wish';
import { connection } from '../../live/connection';

const OFFLINE = 'You are offline, so nothing was saved. What you entered stays here: try again when there is a connection.';
const UNANSWERED = 'No answer from Rouse, so it may or may not be saved. Look whether you are online, then try again: twice does no harm.';

/** A save under way and what became of the last one. Nothing is kept for later: what configures paging is saved while somebody looks on. */
export type Saving = {
  busy: boolean;
  /** Why it was not saved, in a sentence. */
  problem: string | null;
  /** How often it was refused so far: at each time, what is marked wants to be seen. */
  refusals: number;
  /** What is wrong with the field of this path (or one inside it), as a sentence about `name`. */
  issueAt: (path: string, name: string) => string | undefined;
  /** Sends it; answers null where it was not saved, which `problem` then explains. */
  save: (wish: Wish) => Promise<CommandAnswer | null>;
  /** Says why nothing is sent at all, for what the form can tell by itself. */
  refuse: (sentence: string, issues?: Issue[]) => void;
};

/** Sends configuration commands once each, and tells what was refused at the field that it is about. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ sentence: string; issues: Issue[] } | null>(null);
  const [refusals, setRefusals] = useState(0);
  // A try without an answer may have arrived: the same wish goes again under the same id, or a second integration would be made.
  const unanswered = useRef<{ wish: string; command: Command } | null>(null);

  const refuse = (sentence: string, issues: Issue[] = []) => {
    setRefused({ sentence, issues });
    setRefusals((before) => before + 1);
  };
  const save = async (wish: Wish): Promise<CommandAnswer | null> => {
    if (connection.current().state === 'offline') {
      refuse(OFFLINE);
      return null;
    }
    const written = JSON.stringify(wish);
    const command = unanswered.current?.wish === written ? unanswered.current.command : asCommand(wish);
    setBusy(true);
    setRefused(null);
    const outcome = await sendCommand(command);
    setBusy(false);
    unanswered.current = outcome.state === 'unanswered' ? { wish: written, command } : null;
    switch (outcome.state) {
      case 'answered': return outcome.answer;
      case 'refused': refuse(outcome.code === 'invalid' ? invalidSentence(outcome.issues) : outcome.sentence, outcome.issues); return null;
      case 'unanswered': refuse(UNANSWERED); return null;
      default: return outcome satisfies never;
    }
  };
  const issueAt = (path: string, name: string): string | undefined => {
    const issue = refused?.issues.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return issue && aboutField(name, issue.message);
  };
  return { busy, problem: refused?.sentence ?? null, refusals, issueAt, save, refuse };
}

/** A schema's message goes on from the field's name (`must be …`); a sentence of Rouse's stands by itself. */
const aboutField = (name: string, message: string): string => (/^[A-Z]/.test(message) ? message : `${name} ${message}.`);

function invalidSentence(issues: readonly Issue[]): string {
  const [first] = issues;
  return first ? `Not saved. ${aboutField(first.path, first.message)}` : 'Not saved: something in this is not right.';
}
