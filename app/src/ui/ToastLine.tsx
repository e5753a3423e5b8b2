import { useSyncExternalStore } from 'react';
import { IconAction } from './Actions';
import { sentences, unsay } from './toast';
import './toast.css';

/** Where `say` speaks. The region is always there: one that appears with its words is often not read out. */
export function ToastLine() {
  const sentence = useSyncExternalStore(sentences.subscribe, sentences.current);
  return (
    <div className="toast-region" role="status" aria-live="polite">
      {sentence ? (
        <div key={sentence.id} className={`toast toast-${sentence.tone}`} data-testid="toast">
          <span>{sentence.text}</span>
          <IconAction label="Dismiss" icon="close" onClick={unsay} />
        </div>
      ) : null}
    </div>
  );
}
