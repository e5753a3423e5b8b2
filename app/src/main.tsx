import '@ionic/react/css/core.css';
import '@ionic/react/css/normalize.css';
import '@ionic/react/css/structure.css';
import './theme/tokens.css';
import './theme/ionic.css';
import './theme/base.css';

/**
 * Begins the app. A graph of modules is evaluated in one piece, and the app's took a slow phone 130 ms in which no tap is heard: asked for at once, its parts (who is
 * signed in, the components, React, the app) are evaluated one after the other, with room between.
 */
async function begin(root: HTMLElement): Promise<void> {
  const [{ startSession }, { startIonic }, { createRoot }, { startTransition }] = await Promise.all([
    import('./session/session'), import('./ui/ionic'), import('react-dom/client'), import('react'),
  ]);
  const { App } = await import('./App');
  startIonic();
  const app = createRoot(root);
  // A transition is rendered in slices; a first rendering is none by itself.
  startTransition(() => app.render(<App />));
  void startSession();
}

/** A part did not come: the first visit, and the network went away. Says so where the first paint stands, and begins anew with the network. */
function sayItStopped(root: HTMLElement): void {
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = 'The network went away while Rouse was loading. It goes on by itself.';
  root.firstElementChild?.append(words);
  const again = () => { window.location.reload(); };
  window.addEventListener('online', again, { once: true });
  // Without a network a reload would put the browser's own error in place of these words.
  setTimeout(() => { if (navigator.onLine) again(); }, 10_000);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
begin(root).catch((error: unknown) => {
  console.warn('The app could not begin.', error);
  sayItStopped(root);
});
