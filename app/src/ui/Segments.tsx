import { useRef } from 'react';
import './segments.css';

/** Tabs over the parts of one screen. Arrow keys move between them, as tabs do. */
export function Segments<Key extends string>({ label, segments, current, onChange }: {
  label: string; segments: readonly { key: Key; title: string }[]; current: Key; onChange: (key: Key) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const index = segments.findIndex(({ key }) => key === current);
    const next = segments[(index + by + segments.length) % segments.length];
    if (!next) return;
    onChange(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div
      ref={list} className="segments" role="tablist" aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      {segments.map(({ key, title }) => (
        <button
          key={key} type="button" role="tab" id={`segment-${key}`} data-key={key} aria-controls={`panel-${key}`}
          aria-selected={key === current} tabIndex={key === current ? 0 : -1} onClick={() => onChange(key)}
        >{title}</button>
      ))}
    </div>
  );
}

/** What a segment shows. */
export function SegmentPanel({ segment, children }: { segment: string; children: React.ReactNode }) {
  return <div role="tabpanel" id={`panel-${segment}`} aria-labelledby={`segment-${segment}`}>{children}</div>;
}
