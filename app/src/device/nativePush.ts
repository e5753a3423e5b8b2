import { PushNotifications } from '@capacitor/push-notifications';
import type { PermissionStatus } from '@capacitor/push-notifications';
import type { Permission, PushAdapter, PushToken } from './push';
import { PushedData } from './pushedData';

/** How long registering may take, in ms; the plugin answers by an event, or never. */
const PATIENCE = 10_000;

/**
 * Push through the native shell. The system shows it, so there is no service worker in the way, and no button on the lock
 * screen either: the plugin has none. On iOS it hands out Apple's token, which FCM takes only through its own SDK.
 */
export function nativePush(platform: 'android' | 'ios'): PushAdapter {
  return {
    platform,
    permission: async () => read(await PushNotifications.checkPermissions()),
    async ask() {
      const answer = read(await PushNotifications.requestPermissions());
      if (answer === 'granted' && platform === 'android') await createChannels();
      return answer;
    },
    async token() {
      if (platform === 'android') await createChannels();
      return register();
    },
    forget: () => PushNotifications.unregister(),
    follow({ onTap, onPermission }) {
      const taps = PushNotifications.addListener('pushNotificationActionPerformed', ({ notification }) => {
        const data = PushedData.safeParse(notification.data);
        if (data.success) onTap(data.data);
      });
      // Arrived while the app is in front: the live listener rings. That it came at all proves the way.
      const arrivals = PushNotifications.addListener('pushNotificationReceived', ({ data }) => {
        const pushed = PushedData.safeParse(data);
        if (pushed.success) void postReceipt(pushed.data.token, 'delivered');
      });
      document.addEventListener('resume', onPermission);
      return () => {
        for (const handle of [taps, arrivals]) void handle.then((each) => each.remove());
        document.removeEventListener('resume', onPermission);
      };
    },
  };
}

/** Says by the page's own token that it arrived or was seen: no session is needed for it. */
export async function postReceipt(token: string, state: 'delivered' | 'seen'): Promise<void> {
  await fetch(`/v1/receipts/${encodeURIComponent(token)}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ state }),
  }).catch(() => undefined);
}

/** A channel's importance can't be raised later by the app: pages make a sound and appear over everything from the start. */
async function createChannels(): Promise<void> {
  await PushNotifications.createChannel({ id: 'pages', name: 'Pages', description: 'Somebody needs you now.', importance: 5, visibility: 1, vibration: true, lights: true });
  await PushNotifications.createChannel({ id: 'notices', name: 'Notices', description: 'Good to know, without a sound.', importance: 2, visibility: 1 });
}

function register(): Promise<PushToken> {
  return new Promise((resolve) => {
    const handles = [
      PushNotifications.addListener('registration', ({ value }) => end({ state: 'token', token: value })),
      PushNotifications.addListener('registrationError', () => end({ state: 'failed' })),
    ];
    const timer = setTimeout(() => end({ state: 'failed' }), PATIENCE);
    function end(result: PushToken) {
      clearTimeout(timer);
      for (const handle of handles) void handle.then((each) => each.remove());
      resolve(result);
    }
    PushNotifications.register().catch(() => end({ state: 'failed' }));
  });
}

function read({ receive }: PermissionStatus): Permission {
  return receive === 'granted' || receive === 'denied' ? receive : 'prompt';
}
