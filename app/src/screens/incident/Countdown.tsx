import { useEffect, useRef, useState } from 'react';
import { PrimaryAction } from '../../ui';
import './countdown.css';

/** How long waking somebody else can be taken back, in ms (LOOK). */
const COUNTDOWN = 5_000;

/** Says what is about to happen and in how many seconds; Undo stops it. Leaving the screen stops it too. */
export function Countdown({ words, onDone, onCancel }: { words: string; onDone: () => void; onCancel: () => void }) {
  const [end] = useState(() => Date.now() + COUNTDOWN);
  const [left, setLeft] = useState(COUNTDOWN / 1_000);
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; }, [onDone]);
  useEffect(() => {
    const timer = setInterval(() => {
      const remaining = end - Date.now();
      setLeft(Math.max(0, Math.ceil(remaining / 1_000)));
      if (remaining > 0) return;
      clearInterval(timer);
      done.current();
    }, 100);
    return () => clearInterval(timer);
  }, [end]);
  return (
    <div className="countdown">
      <p role="status" aria-live="off" className="tabular">{words} in {left} s.</p>
      <div className="countdown-bar" aria-hidden="true"><i style={{ animationDuration: `${COUNTDOWN}ms` }} /></div>
      <PrimaryAction guarded tone="plain" icon="undo" onClick={onCancel} data-testid="undo">Undo</PrimaryAction>
    </div>
  );
}
