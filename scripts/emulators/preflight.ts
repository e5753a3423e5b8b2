import { findFirestoreJar } from './firestoreJar';
import { findJava, javaRemedy, oldestJava } from './java';
import { busyAmong, endpoints, sayBusy } from './ports';

/** What keeps the suite from starting on this machine, each as text for a person with what mends it. Empty: nothing. */
export const preflight = async (): Promise<string[]> => {
  const [java, busy] = await Promise.all([findJava(), busyAmong(endpoints())]);
  const jar = findFirestoreJar();
  return [
    ...(java.state === 'missing' ? [`Java is missing; the Firestore emulator needs it. ${javaRemedy}`] : []),
    ...(java.state === 'old' ? [`Java ${java.major} is too old; the Firestore emulator needs ${oldestJava}. ${javaRemedy}`] : []),
    ...(jar.from === 'nowhere' ? [jar.reason] : []),
    ...(busy.length === 0 ? [] : [sayBusy(busy)]),
  ];
};
