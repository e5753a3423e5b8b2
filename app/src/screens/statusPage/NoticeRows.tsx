import { useNavigate } from 'react-router-dom';
import { phaseNames } from '#domain/incident/phase';
import type { StatusComponent } from '#domain/statusPage/component';
import type { IncidentNotice, MaintenanceNotice } from '#domain/statusPage/notice';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, Icon, QuietAction, Row, Rows, useMinute } from '../../ui';
import { counted } from '../configuration/counted';
import { useMay } from '../configuration/useReadable';
import { firstWords, touchedNames } from './views';
import { noticeWords, plannedWords } from './words';

/** Drafts: nobody outside has read them, and nobody will before a person publishes them. */
export function WaitingRows({ notices }: { notices: readonly IncidentNotice[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  if (notices.length === 0) return null;
  return (
    <Card flush tone="warning" title={notices.length === 1 ? 'Waits to be published' : `${counted(notices.length, 'draft')} wait to be published`}>
      <Rows label="Drafts">
        {notices.map(({ id, title, draft }) => (draft === null ? null : (
          <Row
            key={id} to={`/status-page/notices/${id}`} start={<Icon name="note" />} title={title} data-testid="waiting-notice"
            detail={<><span className="status-line tabular"><b>{phaseNames[draft.phase]}</b>, drafted {whenWords(draft.at, now, timeZone)}</span><span className="status-line">{draft.text.trim() === '' ? 'Without words so far' : firstWords(draft.text)}</span></>}
          />
        )))}
      </Rows>
    </Card>
  );
}

/** Notices as they stand, a row each; nothing where there are none. */
export function NoticeRows({ title, notices, components, testId }: { title: string; notices: readonly IncidentNotice[]; components: readonly StatusComponent[]; testId: string }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  if (notices.length === 0) return null;
  return (
    <Card flush title={title}>
      <Rows label={title}>
        {notices.map((notice) => (
          <Row
            key={notice.id} to={`/status-page/notices/${notice.id}`} start={<Icon name={notice.resolvedAt === null ? 'incidents' : 'check'} />} title={notice.title} data-testid={testId}
            detail={<><span className="status-line tabular">{noticeWords(notice, now, timeZone)}</span><span className="status-line">{touchedNames(notice.components, components)}</span></>}
          />
        ))}
      </Rows>
    </Card>
  );
}

/** Maintenance that is announced, and the way to announce one. */
export function PlannedRows({ notices, components }: { notices: readonly MaintenanceNotice[]; components: readonly StatusComponent[] }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const navigate = useNavigate();
  const plans = useMay('saveMaintenanceNotice');
  return (
    <Card flush title="Planned maintenance" action={plans ? <QuietAction icon="plus" onClick={() => { void navigate('/status-page/maintenance/new'); }} data-testid="plan-maintenance">Plan</QuietAction> : null}>
      {notices.length === 0 ? <p className="configuration-empty">None is announced.</p> : (
        <Rows label="Planned maintenance">
          {notices.map((notice) => (
            <Row
              key={notice.id} to={`/status-page/maintenance/${notice.id}`} start={<Icon name="maintenance" />} title={notice.title} data-testid="planned-row"
              detail={<><span className="status-line tabular">{plannedWords(notice, now, timeZone)}</span><span className="status-line">{touchedNames(notice.components, components)}</span></>}
            />
          ))}
        </Rows>
      )}
    </Card>
  );
}
