/**
 * The native shell. Typed here by hand: Capacitor's own type comes with its command line, which needs a newer Node than
 * the rest of the project; whoever builds the shell brings it.
 */
type ShellConfiguration = {
  appId: string; appName: string; webDir: string; server?: { url: string };
  plugins: { PushNotifications: { presentationOptions: ('badge' | 'sound' | 'alert')[] } };
};

const config = {
  appId: 'dev.rouse.app',
  appName: 'Rouse',
  webDir: 'app/dist',
  // The app asks its own origin for everything, so a shell opens its team's deployment rather than the files inside it.
  ...(process.env.ROUSE_ORIGIN ? { server: { url: process.env.ROUSE_ORIGIN } } : {}),
  // While the app is in front its alarm rings; the banner still shows which page it was.
  plugins: { PushNotifications: { presentationOptions: ['badge', 'sound', 'alert'] } },
} satisfies ShellConfiguration;

export default config;
