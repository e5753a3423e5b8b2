import '@ionic/react/css/core.css';
import '@ionic/react/css/normalize.css';
import '@ionic/react/css/structure.css';
import './theme/tokens.css';
import './theme/ionic.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startSession } from './session/session';
import { startIonic } from './ui/ionic';

startIonic();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
void startSession();
