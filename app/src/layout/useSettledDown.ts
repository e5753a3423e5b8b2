import { useEffect, useState } from 'react';

/** How long after the launch at the latest, in ms. */
const AT_LATEST = 4_000;

/** True once the browser has had time for everything that matters first: what merely accompanies a screen waits for it. */
export function useSettledDown(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const settle = () => setSettled(true);
    // Safari has no idle callback; a second is about what it stands for at a launch.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(settle, 1_000);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(settle, { timeout: AT_LATEST });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return settled;
}
