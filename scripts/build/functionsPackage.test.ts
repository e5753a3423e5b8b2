import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../root';

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) });
const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

const mine = Manifest.parse(json('functions/package.json'));
const rootManifest = Manifest.parse(json('package.json'));
const lock = Lock.parse(json('functions/package-lock.json')).packages;
const rootLock = Lock.parse(json('package-lock.json')).packages;

describe('functions/package.json', () => {
  it('has the versions of the root, so a deployment runs what was tested', () => {
    expect(mine.dependencies).toEqual({
      'firebase-admin': rootManifest.dependencies['firebase-admin'],
      'firebase-functions': rootManifest.dependencies['firebase-functions'],
    });
  });

  it('is locked to the versions that the root is locked to', () => {
    for (const name of Object.keys(mine.dependencies)) {
      const path = `node_modules/${name}`;
      expect(lock[path]?.version, name).toBeDefined();
      expect(lock[path]?.version, name).toBe(rootLock[path]?.version);
    }
  });

  it('asks for the runtime that firebase.json deploys to', () => {
    const Config = z.object({ functions: z.array(z.object({ runtime: z.string() })) });
    const [functions] = Config.parse(json('firebase.json')).functions;
    expect(functions?.runtime).toBe(`nodejs${mine.engines.node}`);
  });

  it('has no packages of its own beside it: locally they come from the root', () => {
    expect(existsSync(join(root, 'functions/node_modules'))).toBe(false);
  });
});
