import { useEffect } from 'react';
import { Navigate } from 'react-router-dom';
import type { IncidentNotice } from '#domain/statusPage/notice';
import { useDraft } from '../../../drafts/useDraft';
import { carriedOver, newNoticeName, NoticeDraft, noticeName, unsent } from './noticeDraft';

/** Leads to the notice that an incident has by now, with what was written while it had none: a plan or a colleague may have drafted one meanwhile. */
export function ToItsNotice({ notice, incidentId }: { notice: IncidentNotice; incidentId: string }) {
  const { draft: mine, keep: keepMine } = useDraft(newNoticeName(incidentId), NoticeDraft);
  const { draft: its, keep: keepIts } = useDraft(noticeName(notice.id), NoticeDraft);
  useEffect(() => {
    if (mine === null) return;
    const waiting = unsent(mine, notice.updates);
    if (waiting !== null) keepIts(carriedOver(waiting, unsent(its, notice.updates)));
    keepMine(null);
  }, [mine, its, keepMine, keepIts, notice.updates]);
  return mine === null ? <Navigate to={`/status-page/notices/${notice.id}`} replace /> : null;
}
