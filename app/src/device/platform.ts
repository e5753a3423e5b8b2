/** What this device is, as far as it changes what has to be done for it to ring. */
export type Platform = {
  kind: 'ios' | 'android' | 'desktop';
  browser: 'Chrome' | 'Edge' | 'Firefox' | 'Safari' | 'the browser';
  system: string;
  /** Opened from the home screen or as an application of its own, not in a browser's tab. */
  installed: boolean;
};

/** Reads the platform from what the browser says of itself. `touchPoints`: an iPad calls itself a Mac, but can be touched. */
export function platformOf(userAgent: string, touchPoints: number, installed: boolean): Platform {
  const ios = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  const android = /Android/.test(userAgent);
  return {
    kind: ios ? 'ios' : android ? 'android' : 'desktop', installed,
    browser: browserOf(userAgent), system: ios ? (/iPhone/.test(userAgent) ? 'iPhone' : 'iPad') : systemOf(userAgent),
  };
}

function browserOf(userAgent: string): Platform['browser'] {
  if (/Edg\//.test(userAgent)) return 'Edge';
  if (/Firefox\/|FxiOS/.test(userAgent)) return 'Firefox';
  if (/Chrome\/|CriOS/.test(userAgent)) return 'Chrome';
  return /Safari\//.test(userAgent) ? 'Safari' : 'the browser';
}

function systemOf(userAgent: string): string {
  if (/Android/.test(userAgent)) return 'Android';
  if (/Windows/.test(userAgent)) return 'Windows';
  if (/CrOS/.test(userAgent)) return 'ChromeOS';
  return /Macintosh/.test(userAgent) ? 'Mac' : 'Linux';
}

/** This device. */
export function thisPlatform(): Platform {
  const standalone = matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches;
  // Safari's own word for it, from before the media query.
  const oldStandalone = 'standalone' in navigator && navigator.standalone === true;
  return platformOf(navigator.userAgent, navigator.maxTouchPoints, standalone || oldStandalone);
}

/** What its owner calls it: "Chrome on Android", "iPhone". */
export function deviceName({ kind, browser, system }: Platform): string {
  if (kind === 'ios') return system;
  return `${browser === 'the browser' ? 'Browser' : browser} on ${system}`;
}

/** What a sentence calls it. */
export function deviceWord({ kind }: Pick<Platform, 'kind'>): 'phone' | 'computer' {
  return kind === 'desktop' ? 'computer' : 'phone';
}
