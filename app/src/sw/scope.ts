/** The worker's own global, typed: the compiler takes `self` for any worker's. */
export const worker = self as unknown as ServiceWorkerGlobalScope;
