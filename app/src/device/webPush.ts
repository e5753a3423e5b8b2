import type { Permission, PushAdapter } from './push';
import { configuration } from '../session/configuration';
import { firebaseApp } from '../session/firebase';
import { workerRegistration } from './worker';

/** Push through the browser. Our own service worker shows it; Firebase is only asked for the address. */
export function webPush(): PushAdapter {
  return {
    platform: 'web',
    permission: () => Promise.resolve(permission()),
    async ask() {
      if (permission() === 'unsupported') return 'unsupported';
      await Notification.requestPermission();
      return permission();
    },
    async token() {
      const { deployment } = await configuration();
      if (deployment.local || deployment.vapidKey === null) return { state: 'none' };
      try {
        const registration = await workerRegistration();
        if (!registration) return { state: 'failed' };
        const [{ getMessaging, getToken }, app] = await Promise.all([import('firebase/messaging'), firebaseApp()]);
        const token = await getToken(getMessaging(app), { vapidKey: deployment.vapidKey, serviceWorkerRegistration: registration });
        return token === '' ? { state: 'failed' } : { state: 'token', token };
      } catch {
        // Blocked by a network, a browser without a push service, or Firebase out of reach: all look like this.
        return { state: 'failed' };
      }
    },
    async forget() {
      // The browser's own subscription: ending it works without network, and whatever is sent to it is refused from then on.
      const registration = await workerRegistration();
      const subscription = await registration?.pushManager.getSubscription();
      await subscription?.unsubscribe();
    },
    follow({ onPermission }) {
      let ended = false;
      let status: PermissionStatus | null = null;
      void navigator.permissions?.query({ name: 'notifications' }).then((found) => {
        if (ended) return;
        status = found;
        found.addEventListener('change', onPermission);
      }, () => undefined);
      return () => {
        ended = true;
        status?.removeEventListener('change', onPermission);
      };
    },
  };
}

function permission(): Permission {
  if (!('Notification' in window) || !('serviceWorker' in navigator)) return 'unsupported';
  return Notification.permission === 'default' ? 'prompt' : Notification.permission;
}
