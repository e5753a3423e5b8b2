export { arrivedAt } from './arrivalTimes';
export { thisPlatform, deviceWord } from './platform';
export type { Platform } from './platform';
export { askToRing, deviceId } from './registration';
export { useRinging } from './ringing';
export { sound, unlockSound } from './sound';
export { startDevice } from './startDevice';
export { UpdateBar } from './UpdateBar';
