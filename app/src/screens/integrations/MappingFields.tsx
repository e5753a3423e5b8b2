import { useId } from 'react';
import { Field } from '../../ui';
import type { MappingDraft, MappingField } from './mappingDraft';
import './integrations.css';

const first: readonly { field: MappingField; label: string; hint: string }[] = [
  { field: 'alerts', label: 'List of alerts', hint: 'Empty: the body is one alert. The other paths start at each entry of the list.' },
  { field: 'title', label: 'Title', hint: 'Needed. Names joined by dots: alert.name. Several with commas: the first that leads to something is taken.' },
  { field: 'status', label: 'Status', hint: 'resolved, ok, up, closed and their like end the alert; anything else fires.' },
  { field: 'severity', label: 'Severity', hint: 'Read by the words of the severity policy.' },
  { field: 'dedupKey', label: 'Dedup key', hint: 'What makes two reports the same alert. Empty: the title.' },
];
const more: readonly { field: MappingField; label: string; hint: string }[] = [
  { field: 'description', label: 'Description', hint: 'Shown on the incident.' },
  { field: 'groupKey', label: 'Group key', hint: 'Alerts with the same one are one incident.' },
  { field: 'service', label: 'Service', hint: 'What the tool calls it.' },
  { field: 'startedAt', label: 'Started at', hint: 'A date, or seconds or milliseconds since 1970.' },
  { field: 'links', label: 'Links', hint: 'Every one of them is shown.' },
  { field: 'labels', label: 'Labels', hint: 'One path, to an object or a list of tags.' },
  { field: 'resolvedWords', label: 'More words for resolved', hint: 'Beside the usual ones.' },
  { field: 'acknowledgedWords', label: 'More words for acknowledged', hint: 'Beside the usual ones.' },
  { field: 'ignoredWords', label: 'Words for nothing at all', hint: 'An alert in this status is left out.' },
];
/** Fields that hold words, for which a body's paths are no suggestion. */
const worded: readonly MappingField[] = ['resolvedWords', 'acknowledgedWords', 'ignoredWords'];

/** Where the body keeps what Rouse needs, a path per field. `paths` are offered while one is typed. */
export function MappingFields({ draft, onChange, paths, errorAt }: {
  draft: MappingDraft; onChange: (draft: MappingDraft) => void; paths: { body: readonly string[]; alert: readonly string[] }; errorAt: (field: MappingField, name: string) => string | undefined;
}) {
  const id = useId();
  const line = ({ field, label, hint }: (typeof first)[number]) => (
    <Field
      key={field} label={label} hint={hint} value={draft[field]} autoCapitalize="none" autoComplete="off" spellCheck={false} error={errorAt(field, label)}
      list={worded.includes(field) ? undefined : `${id}-${field === 'alerts' ? 'body' : 'alert'}`} onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
    />
  );
  return (
    <div className="mapping-fields">
      {first.map(line)}
      <details className="mapping-more" open={more.some(({ field }) => draft[field] !== '' )}>
        <summary>More fields</summary>
        <div className="mapping-fields">{more.map(line)}</div>
      </details>
      <datalist id={`${id}-body`}>{paths.body.map((path) => <option key={path} value={path} />)}</datalist>
      <datalist id={`${id}-alert`}>{paths.alert.map((path) => <option key={path} value={path} />)}</datalist>
    </div>
  );
}
