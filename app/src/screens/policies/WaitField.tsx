import { durationWords } from '#domain/time/words';
import { useState } from 'react';
import { InlineChoice } from './Inline';
import { waits, waitSeconds } from './policyDraft';

const OTHER = 'other';

/** How long a step waits: one of the usual lengths, or minutes of one's own. */
export function WaitField({ wait, place, error, onChange }: { wait: string; place: string; error: string | undefined; onChange: (wait: string) => void }) {
  const isUsual = waits.some((each) => each === wait);
  const [own, setOwn] = useState(!isUsual);
  const free = own || !isUsual;
  return (
    <>
      <InlineChoice
        label={`How long ${place} waits`} value={free ? OTHER : wait}
        onChange={({ target }) => {
          setOwn(target.value === OTHER);
          if (target.value !== OTHER) onChange(target.value);
        }}
      >
        {waits.map((minutes) => <option key={minutes} value={minutes}>{durationWords((waitSeconds(minutes) ?? 0) * 1_000)}</option>)}
        <option value={OTHER}>{free ? 'another time:' : 'another time…'}</option>
      </InlineChoice>
      {free ? (
        <>
          {' '}<input
            className="policy-inline policy-minutes" inputMode="decimal" aria-label={`Minutes that ${place} waits`} aria-invalid={error ? true : undefined}
            value={wait} onChange={(event) => onChange(event.target.value)}
          />{' '}min
        </>
      ) : null}
    </>
  );
}
