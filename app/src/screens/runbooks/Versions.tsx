import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { Runbook, RunbookVersion } from '#domain/runbook/runbook';
import { bodyOf } from '#domain/runbook/source';
import { whenWords } from '#domain/time/words';
import { draftNames, keepDraft } from '../../drafts/drafts';
import { runbooks } from '../../live/configuration';
import { known } from '../../live/live';
import { versionsOf } from '../../live/runbooks';
import { usePerson } from '../../session/useSession';
import { Card, ConfirmSheet, Empty, Icon, PrimaryAction, Row, Rows, Screen, SegmentPanel, Segments, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { Diff } from './Diff';
import Markdown from './Markdown';
import { draftNameOf, restoring } from './runbookDraft';

const segments = [{ key: 'difference', title: 'Difference to now' }, { key: 'read', title: 'As it read' }] as const;
type Segment = (typeof segments)[number]['key'];

/** What a runbook said before, who changed it, when and why; and the way back. `?version=`: the one that is shown. */
export default function Versions() {
  const { runbookId = '' } = useParams();
  const shown = Number(useSearchParams()[0].get('version') ?? 0);
  const runbook = known(useReadable('runbooks/{id}', runbooks))?.find(({ id }) => id === runbookId);
  const live = useReadable('runbooks/{id}/versions/{id}', versionsOf(runbookId));
  const version = known(live)?.find((each) => each.version === shown);
  const base = `/runbooks/${runbookId}`;
  return (
    <Screen
      title={version ? `Version ${version.version}` : 'Versions'} back={version ? { to: `${base}/versions`, label: 'All versions' } : { to: base, label: 'The runbook' }}
      footer={version && runbook ? <Restore runbook={runbook} version={version} /> : null}
    >
      <Reading live={live} label="Loading the versions">
        {(all) => {
          if (version && runbook) return <OneVersion version={version} runbook={runbook} />;
          if (all.length === 0) return <Empty title="No earlier versions" icon="runbooks"><p>From the next change on, every version is kept here with who changed it and why.</p></Empty>;
          return <Stack><Card flush><List all={all} current={runbook?.version ?? null} base={base} /></Card></Stack>;
        }}
      </Reading>
    </Screen>
  );
}

function List({ all, current, base }: { all: readonly RunbookVersion[]; current: number | null; base: string }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  return (
    <Rows label="Versions">
      {all.map(({ version, note, by, at }) => (
        <Row
          key={version} to={`${base}/versions?version=${version}`} start={<Icon name="note" />} title={note || `Version ${version}`} data-testid="version-row"
          detail={<span className="tabular">{[`Version ${version}`, by.name, whenWords(at, now, timeZone)].join(' · ')}</span>} end={version === current ? 'Now' : undefined}
        />
      ))}
    </Rows>
  );
}

function OneVersion({ version, runbook }: { version: RunbookVersion; runbook: Runbook }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const isNow = version.version === runbook.version;
  const [segment, setSegment] = useState<Segment>(isNow ? 'read' : 'difference');
  return (
    <>
      {isNow ? null : <Segments label="How to show it" segments={segments} current={segment} onChange={setSegment} />}
      <Stack>
        <p className="quiet tabular">{[version.title, version.by.name, whenWords(version.at, now, timeZone), ...(version.note === '' ? [] : [version.note])].join(' · ')}</p>
        <SegmentPanel segment={segment}>
          {segment === 'difference' ? <Diff before={version.markdown} after={runbook.markdown} label={`From version ${version.version} to version ${runbook.version}`} /> : <Card><Markdown text={bodyOf(version.markdown)} /></Card>}
        </SegmentPanel>
      </Stack>
    </>
  );
}

/** Fills the editor with an earlier version: nothing changes until that is saved. */
function Restore({ runbook, version }: { runbook: Runbook; version: RunbookVersion }) {
  const mayWrite = useMay('saveRunbook');
  const { userId } = usePerson();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (!mayWrite || version.version === runbook.version) return null;
  const name = draftNameOf(runbook.id);
  const fill = () => {
    keepDraft(userId, name, restoring(runbook, version));
    void navigate(`/runbooks/${runbook.id}/edit`);
  };
  return (
    <>
      <PrimaryAction tone="plain" icon="undo" onClick={() => { if (draftNames(userId).includes(name)) setAsking(true); else fill(); }} data-testid="restore">Restore this version</PrimaryAction>
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title="Drop what you were writing?" confirm="Drop it and restore" tone="danger" onConfirm={fill}>
        <p>There is an unsaved draft of this runbook on this device. Restoring version {version.version} writes over it.</p>
      </ConfirmSheet>
    </>
  );
}
