import { StatusComponent } from '#domain/statusPage/component';
import { Notice, StatusPageSettings } from '#domain/statusPage/notice';
import { watchedDocument, watchedQuery } from './watch';

/** As many notices as the screen goes through: what is open or planned is among the newest by far. */
const MOST = 100;

/** What customers use, by the names that they know. Everybody with a role. */
export const statusComponents = watchedQuery('statusComponents', ({ sdk, db }) => sdk.collection(db, 'statusComponents'), StatusComponent);

/** The newest 100 notices, of incidents and of planned maintenance. Members only. */
export const notices = watchedQuery('notices', ({ sdk, db }) => sdk.query(sdk.collection(db, 'notices'), sdk.orderBy('createdAt', 'desc'), sdk.limit(MOST)), Notice);

/** A notice; null where there is none. Members only. */
export const notice = (noticeId: string) => watchedDocument(`notices/${noticeId}`, Notice);

/** The notice of an incident: none, or one. Members only. */
export const noticesOf = (incidentId: string) => watchedQuery(
  `notices:incident:${incidentId}`, ({ sdk, db }) => sdk.query(sdk.collection(db, 'notices'), sdk.where('incidentId', '==', incidentId), sdk.limit(1)), Notice,
);

/** How the page is called and what is published by itself; null: the defaults hold. Members only. */
export const statusPageSettings = watchedDocument('settings/statusPage', StatusPageSettings);
