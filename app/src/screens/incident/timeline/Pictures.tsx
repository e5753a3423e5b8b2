import { useEffect, useRef, useState } from 'react';
import type { Picture } from '#domain/picture/picture';
import { known } from '../../../live/live';
import { pictureOf } from '../../../live/pictures';
import { useLive } from '../../../live/useLive';
import { Icon, IconAction } from '../../../ui';

/** A note's pictures, small. Each is a document of its own, read when it comes near the screen. */
export function Pictures({ incidentId, ids }: { incidentId: string; ids: readonly string[] }) {
  return <ul className="timeline-pictures">{ids.map((id) => <li key={id}><Thumbnail incidentId={incidentId} id={id} /></li>)}</ul>;
}

// The type is one of three and the bytes are base64 by their schema: nothing else can stand in this address.
const addressOf = ({ type, base64 }: Picture) => `data:${type};base64,${base64}`;
const wordsOf = ({ words, by }: Picture) => (words === '' ? `Picture by ${by}, without words` : words);

function Thumbnail({ incidentId, id }: { incidentId: string; id: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const [large, setLarge] = useState(false);
  const live = useLive(near ? pictureOf(incidentId, id) : null);
  const picture = known(live);
  const fails = live.state === 'failed' || picture === null;
  return (
    <div ref={frame} className="timeline-thumbnail">
      {picture ? (
        <button type="button" onClick={() => setLarge(true)} aria-label={`Open: ${wordsOf(picture)}`} data-testid="picture">
          <img src={addressOf(picture)} alt="" width={picture.width} height={picture.height} />
        </button>
      ) : <p className="quiet small" role={fails ? 'alert' : undefined}>{fails ? 'This picture could not be read. It is kept; look whether you are online.' : <><Icon name="eye" size={18} /><span className="visually-hidden">Loading a picture</span></>}</p>}
      {picture && large ? <Large picture={picture} onClose={() => setLarge(false)} /> : null}
    </div>
  );
}

/** Whether it is, or ever was, within a screen's height of being seen. */
function useNear(frame: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (near || element === null) return undefined;
    const observer = new IntersectionObserver((seen) => { if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true); }, { rootMargin: '600px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [near, frame]);
  return near;
}

/** The picture as large as the screen; Escape, the button and a tap beside it close it. */
function Large({ picture, onClose }: { picture: Picture; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} className="timeline-large rouse-night" aria-label="Picture" onClose={onClose} onClick={(event) => { if (event.target === dialog.current) dialog.current.close(); }}>
      <IconAction label="Close the picture" icon="close" onClick={() => dialog.current?.close()} />
      <figure>
        <img src={addressOf(picture)} alt={wordsOf(picture)} width={picture.width} height={picture.height} />
        <figcaption>{picture.words === '' ? `By ${picture.by}.` : `${picture.words} · ${picture.by}`}</figcaption>
      </figure>
    </dialog>
  );
}
