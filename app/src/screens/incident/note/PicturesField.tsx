import { useRef } from 'react';
import { Field, IconAction, QuietAction } from '../../../ui';
import { mostPictures } from './noteDraft';
import type { Pictures } from './usePictures';

/** Pictures by choice or camera, each with its words for those who do not see it. */
export function PicturesField({ pictures }: { pictures: Pictures }) {
  const { all, problem, busy, add, remove, setWords, keep } = pictures;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="note-pictures">
      {all.length > 0 ? (
        <ul>
          {all.map(({ type, base64, width, height, words }, index) => (
            <li key={index} data-testid="note-picture" data-size={`${width}x${height}`}>
              {/* Made by this device: the type is one of two and the bytes are base64. */}
              <img src={`data:${type};base64,${base64}`} alt="" width={width} height={height} />
              <Field label={`What picture ${index + 1} shows`} value={words} maxLength={300} placeholder="Connections since 03:00" onChange={(event) => setWords(index, event.target.value)} onBlur={keep} />
              <IconAction label={`Remove picture ${index + 1}`} icon="close" onClick={() => remove(index)} />
            </li>
          ))}
        </ul>
      ) : null}
      <input
        ref={input} type="file" accept="image/*" multiple hidden data-testid="note-picture-input"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file can be chosen again after it was removed.
          event.target.value = '';
          void add(chosen);
        }}
      />
      {all.length < mostPictures ? <QuietAction outlined icon="plus" disabled={busy} onClick={() => input.current?.click()}>{busy ? 'Making it small…' : 'Add a picture'}</QuietAction> : null}
      {all.length === 0 && problem === null ? <p className="field-hint">Or paste one. It is made small here, and loses where and when it was taken.</p> : null}
      {problem === null ? null : <p className="field-error" role="alert">{problem}</p>}
    </div>
  );
}
