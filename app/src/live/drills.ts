import { Drill } from '#domain/drill/drill';
import { watchedDocument, watchedQuery } from './watch';

/** As many drills as the list goes back: years of them, where one a week is much. */
const MOST = 200;

/** The newest 200 drills by when they begin, those that are planned first. Members only. */
export const drills = watchedQuery('drills', ({ sdk, db }) => sdk.query(sdk.collection(db, 'drills'), sdk.orderBy('startsAt', 'desc'), sdk.limit(MOST)), Drill);

/** One drill; null where there is none. Members only. */
export const drill = (drillId: string) => watchedDocument(`drills/${drillId}`, Drill);
