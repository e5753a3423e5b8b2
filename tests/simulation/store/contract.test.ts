import { Clock } from './clock';
import { firestoreOf } from './client';
import { storeContract } from './contract';
import { Database } from './database';

storeContract('in memory', () => {
  const db = firestoreOf(new Database(new Clock(Date.UTC(2026, 10, 21, 12))));
  db.settings({ ignoreUndefinedProperties: true });
  return { db, prefix: '' };
});
