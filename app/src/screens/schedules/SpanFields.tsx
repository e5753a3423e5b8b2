import { Field } from '../../ui';
import { spanOf, zoneWords } from './spanDraft';
import type { SpanDraft } from './spanDraft';
import './schedules.css';

/** From when to when, by the clocks of `zone`, which is named. */
export function SpanFields({ draft, zone, whose, onChange }: { draft: SpanDraft; zone: string; whose: string; onChange: (draft: SpanDraft) => void }) {
  const span = spanOf(draft, zone);
  const wrong = 'startAt' in span ? {} : span;
  return (
    <div className="span-fields">
      <div className="span-pair">
        <Field label="From" type="datetime-local" value={draft.start} error={wrong.startWrong} onChange={(event) => onChange({ ...draft, start: event.target.value })} />
        <Field label="To" type="datetime-local" value={draft.end} error={wrong.endWrong} onChange={(event) => onChange({ ...draft, end: event.target.value })} />
      </div>
      <p className="quiet small">In {whose} time zone, {zoneWords(zone)}.</p>
    </div>
  );
}
