import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFirestoreJar, jarEnvironment } from './firestoreJar';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rouse-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const place = (path: string): string => {
  const full = join(home, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  return full;
};

// The version that the pinned firebase-tools downloads.
const cached = '.cache/firebase/emulators/cloud-firestore-emulator-v1.19.8.jar';
const sdk = 'sdk/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

describe('findFirestoreJar', () => {
  it('takes the override first', () => {
    place(cached);
    const path = place('mine.jar');
    expect(findFirestoreJar({ FIRESTORE_EMULATOR_BINARY_PATH: path }, home)).toEqual({ from: 'override', path });
  });

  it('says so when the override does not exist', () => {
    expect(findFirestoreJar({ FIRESTORE_EMULATOR_BINARY_PATH: '/nowhere.jar' }, home)).toEqual({
      from: 'nowhere',
      reason: 'FIRESTORE_EMULATOR_BINARY_PATH names /nowhere.jar, which does not exist.',
    });
  });

  it("takes firebase-tools' own before gcloud's", () => {
    const path = place(cached);
    place(sdk);
    expect(findFirestoreJar({ CLOUDSDK_ROOT_DIR: join(home, 'sdk') }, home)).toEqual({ from: 'firebase', path });
  });

  it('leaves a jar of another version alone', () => {
    place('.cache/firebase/emulators/cloud-firestore-emulator-v1.2.3.jar');
    const path = place(sdk);
    expect(findFirestoreJar({ CLOUDSDK_ROOT_DIR: join(home, 'sdk') }, home)).toEqual({ from: 'gcloud', path });
  });

  it("finds gcloud's SDK behind the link on the PATH", () => {
    const path = place(sdk);
    place('sdk/bin/gcloud');
    mkdirSync(join(home, 'bin'));
    symlinkSync('../sdk/bin/gcloud', join(home, 'bin/gcloud'));
    expect(findFirestoreJar({ PATH: join(home, 'bin') }, home)).toEqual({ from: 'gcloud', path });
  });
});

describe('jarEnvironment', () => {
  it('names a jar, or nothing when firebase-tools finds or downloads its own', () => {
    expect(jarEnvironment({ from: 'override', path: '/x.jar' }, home)).toEqual({ FIRESTORE_EMULATOR_BINARY_PATH: '/x.jar' });
    expect(jarEnvironment({ from: 'gcloud', path: '/x.jar' }, home)).toEqual({
      FIRESTORE_EMULATOR_BINARY_PATH: join(home, 'firestore-emulator.jar'),
    });
    expect(jarEnvironment({ from: 'firebase', path: '/x.jar' }, home)).toEqual({});
    expect(jarEnvironment({ from: 'download' }, home)).toEqual({});
  });
});
