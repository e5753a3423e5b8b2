import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Finding } from '#domain/proof/proof';
import { whenWords } from '#domain/time/words';
import { latestFindings } from '../../live/findings';
import type { Findings } from '../../live/findings';
import { useZone } from '../../session/useZone';
import { Card, Empty, Icon, PrimaryAction, QuietAction, Row, Rows, Screen, Stack, useMinute } from '../../ui';
import type { IconName } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import { useSaving } from '../configuration/useSaving';
import '../configuration/configuration.css';
import { findingGroups, isOld, mendedAt, spanBeside, verdict } from './findingWords';
import './coverage.css';

/** Whether somebody is reachable at every minute of the next 60 days: what the last check found, and a new one at a tap. */
export default function Coverage() {
  const live = useReadable('findings/{id}', latestFindings);
  const mayCheck = useMay('checkCoverage');
  const navigate = useNavigate();
  const saving = useSaving();
  const [own, setOwn] = useState<Findings | null>(null);
  const check = async () => {
    const answer = await saving.save({ type: 'checkCoverage' });
    if (answer?.findings) setOwn({ checkedAt: Date.now(), findings: answer.findings });
  };
  return (
    <Screen
      title="Coverage" back={{ to: '/more', label: 'More' }}
      footer={mayCheck && live.state !== 'loading' ? (
        <>
          {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
          <PrimaryAction busy={saving.busy} onClick={() => { void check(); }} data-testid="check-coverage">{saving.busy ? 'Checking 60 days' : 'Check now'}</PrimaryAction>
        </>
      ) : null}
    >
      <Reading live={live} label="Loading the last check">
        {(stored) => {
          const newest = own !== null && own.checkedAt > (stored?.checkedAt ?? 0) ? own : stored;
          return newest === null ? (
            <Empty title="Not checked yet" icon="onCall">
              <p>The check goes through every minute of the next 60 days: who is on call, whether they can be reached, and where a page would end. It runs every night.</p>
            </Empty>
          ) : <Stack><Checked {...newest} /><QuietAction outlined icon="clock" onClick={() => { void navigate('/coverage/preview'); }}>Who is paged at a given time?</QuietAction></Stack>;
        }}
      </Reading>
    </Screen>
  );
}

function Checked({ checkedAt, findings }: Findings) {
  const now = useMinute();
  const zone = useZone();
  const { calm, text } = verdict(findings);
  const when = whenWords(checkedAt, now, zone);
  return (
    <>
      <div className={`coverage-verdict${calm ? '' : ' coverage-verdict-open'}`} role="status" data-testid="coverage-verdict">
        <Icon name={calm ? 'check' : 'warning'} size={28} />
        <p>{text} <span className="quiet tabular">Checked {when}{isOld(checkedAt, now) ? ', which is long ago: check again' : ''}.</span></p>
      </div>
      {findingGroups(findings).map(({ level, title, findings: own }) => (
        <Card key={level} flush title={title}>
          <Rows label={title}>{own.map((finding, index) => <Found key={index} finding={finding} now={now} zone={zone} />)}</Rows>
        </Card>
      ))}
    </>
  );
}

const marks: Record<Finding['level'], IconName> = { problem: 'incidents', warning: 'warning', hint: 'help' };

function Found({ finding, now, zone }: { finding: Finding; now: number; zone: string }) {
  const { to, words } = mendedAt(finding);
  const span = spanBeside(finding, now, zone);
  return (
    <Row
      to={to} start={<span className={`coverage-${finding.level}`}><Icon name={marks[finding.level]} /></span>} title={finding.text}
      detail={<span className="tabular">{span === null ? '' : `${span} · `}To {words}</span>} data-testid="finding"
    />
  );
}
