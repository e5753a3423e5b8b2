import { useMemo } from 'react';
import { runbooks } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Card, QuietAction, say } from '../../ui';
import { firstStepOf } from '../runbooks/steps';
import './first-step.css';

/** The first thing that the runbook says to do, with its command to copy. */
export default function FirstStep({ runbookId, onRunbook }: { runbookId: string; onRunbook: () => void }) {
  const runbook = known(useLive(runbooks))?.find(({ id }) => id === runbookId);
  const step = useMemo(() => (runbook ? firstStepOf(runbook.markdown) : null), [runbook]);
  if (!step) return null;
  return (
    <Card title="First step" action={<QuietAction onClick={onRunbook}>Runbook</QuietAction>}>
      <p>{step.words}</p>
      {step.code ? <CommandLine code={step.code} /> : null}
    </Card>
  );
}

function CommandLine({ code }: { code: string }) {
  const copy = () => {
    navigator.clipboard.writeText(code).then(
      () => say('Copied.'),
      () => say('This browser does not let Rouse copy. Select the text by hand.', 'danger'),
    );
  };
  return (
    <div className="command-line">
      <pre tabIndex={0} aria-label="Command"><code>{code}</code></pre>
      <QuietAction icon="copy" onClick={copy}>Copy</QuietAction>
    </div>
  );
}
