import type { IncidentNotice } from '#domain/statusPage/notice';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../../session/useSession';
import { Card, Icon, Row, Rows, useMinute } from '../../../ui';
import { noticeWords } from '../words';

/** How public it is, and the incident behind it, which nobody outside sees. */
export function NoticeHead({ notice, incidentId }: { notice: IncidentNotice | null; incidentId: string | null }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const isPublic = notice !== null && notice.updates.length > 0;
  const detail = isPublic ? `Public since ${whenWords(notice.publishedAt ?? notice.createdAt, now, timeZone)}` : 'Nobody outside reads it before it is published.';
  return (
    <Card flush>
      <Rows label="How it stands">
        <Row start={<Icon name={isPublic ? 'open' : 'eye'} />} title={<span className="tabular" data-testid="notice-standing">{isPublic ? noticeWords(notice, now, timeZone) : 'Not public yet'}</span>} detail={<span className="tabular">{detail}</span>} />
        {incidentId === null ? null : (
          <Row to={`/incidents/${incidentId}`} start={<Icon name="incidents" />} title={<span className="tabular">{incidentId}</span>} detail={`${notice?.severity ?? 'The incident'}. The page does not name it.`} data-testid="to-incident" />
        )}
      </Rows>
    </Card>
  );
}
