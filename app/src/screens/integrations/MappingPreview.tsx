import { useState } from 'react';
import { severityOfWord } from '#domain/incident/severity';
import type { Mapping } from '#domain/ingest/generic/mapping';
import type { Parsed, ParsedAlert } from '#domain/ingest/parsed';
import { bodyOf } from '../../live/events';
import { useFacts } from '../../live/useFacts';
import { QuietAction, SeverityMark, TextField } from '../../ui';
import { counted } from '../configuration/counted';
import { Fact, Facts } from '../devices/Facts';
import '../devices/devices.css';
import { laidOut, readBy } from './sample';
import type { Sample } from './sample';
import './integrations.css';

/** A sample of what the tool sends, and what Rouse reads in it while the mapping is typed. `newest`: the last event that arrived, if there is one. */
export function MappingPreview({ source, text, onText, sample, mapping, newest }: {
  source: string; text: string; onText: (text: string) => void; sample: Sample; mapping: Mapping | null | 'incomplete'; newest: string | null;
}) {
  const [isFetching, setFetching] = useState(false);
  const [unread, setUnread] = useState(false);
  const fetchNewest = async (eventId: string) => {
    setFetching(true);
    const body = await bodyOf(eventId);
    setFetching(false);
    setUnread(body === null);
    if (body !== null) onText(laidOut(body));
  };
  return (
    <div className="mapping-preview" data-testid="mapping-preview">
      <TextField
        label="A sample of what the tool sends" rows={6} value={text} spellCheck={false} autoCapitalize="none" onChange={(event) => onText(event.target.value)}
        hint="JSON. It stays on this screen." error={sample.state === 'notJson' ? 'This is no JSON, so nothing can be read in it.' : undefined}
      />
      {newest === null ? null : <QuietAction outlined disabled={isFetching} onClick={() => { void fetchNewest(newest); }}>{isFetching ? 'Reading it' : 'Take the newest event'}</QuietAction>}
      {unread ? <p className="quiet small" role="status">The newest event could not be read here: it is too large, or there is no network. Paste a sample.</p> : null}
      {sample.state === 'read' && mapping === 'incomplete' ? <p className="quiet small" role="status">A path to the title is needed before anything can be read.</p> : null}
      {sample.state === 'read' && mapping !== 'incomplete' ? <WhatIsRead parsed={readBy(source, sample.body, mapping)} /> : null}
    </div>
  );
}

function WhatIsRead({ parsed }: { parsed: Parsed | null }) {
  if (parsed === null) return null;
  if (!parsed.ok) {
    return (
      <div className="mapping-read" role="status" data-testid="mapping-read">
        <h3>It would be refused</h3>
        <ul className="refusal-issues">{parsed.issues.map(({ path, message }) => <li key={path + message}>{path} {message}</li>)}</ul>
      </div>
    );
  }
  const { alerts, test } = parsed;
  return (
    <div role="status" data-testid="mapping-read">
      {alerts.length === 0 ? <p className="mapping-read">No alert would come of it.</p> : null}
      {alerts.slice(0, 3).map((alert) => <OneAlert key={alert.dedupKey} alert={alert} test={test} />)}
      {alerts.length > 3 ? <p className="quiet small">and {counted(alerts.length - 3, 'alert')} more</p> : null}
    </div>
  );
}

function OneAlert({ alert: { title, status, severityWord, dedupKey, groupKey, service, description, links, labels }, test }: { alert: ParsedAlert; test: boolean }) {
  const { severities } = useFacts();
  return (
    <div className="mapping-read">
      <h3>{title}</h3>
      <Facts>
        <Fact name="Status">{test ? `${status}, as a test notice` : status}</Fact>
        <Fact name="Severity"><SeverityMark severity={severityOfWord(severityWord, severities)} /> {severityWord === null ? '(none is named)' : `(${severityWord})`}</Fact>
        <Fact name="Dedup key">{dedupKey}</Fact>
        {groupKey === null ? null : <Fact name="Group key">{groupKey}</Fact>}
        {service === null ? null : <Fact name="Service">{service}</Fact>}
        {description === '' ? null : <Fact name="Description">{description.slice(0, 140)}</Fact>}
        {links.length === 0 ? null : <Fact name="Links">{links.map(({ text }) => text).join(', ')}</Fact>}
        {Object.keys(labels).length === 0 ? null : <Fact name="Labels">{Object.entries(labels).slice(0, 8).map(([name, value]) => `${name}=${value}`).join(', ')}</Fact>}
      </Facts>
    </div>
  );
}
