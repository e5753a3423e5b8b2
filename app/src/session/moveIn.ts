import { signInSentence } from '../words/errors';
import { firebaseAuth } from './firebase';
import { startSession } from './session';

/** Signs in with the custom token that a move-in link was good for; answers null, or the sentence that says why not. */
export async function signInWithKey(key: string): Promise<string | null> {
  try {
    const [auth, { signInWithCustomToken }] = await Promise.all([firebaseAuth(), import('firebase/auth')]);
    await signInWithCustomToken(auth, key);
    void startSession();
    return null;
  } catch (error) {
    return signInSentence(error);
  }
}
