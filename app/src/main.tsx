import '@ionic/react/css/core.css';
import '@ionic/react/css/normalize.css';
import '@ionic/react/css/structure.css';
import './theme/tokens.css';
import './theme/ionic.css';
import './theme/base.css';
import { setupIonicReact } from '@ionic/react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startSession } from './session/session';

setupIonicReact({ mode: 'md', animated: !matchMedia('(prefers-reduced-motion: reduce)').matches });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
void startSession();
