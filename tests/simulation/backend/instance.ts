import * as realCrypto from 'node:crypto';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { Timestamp } from 'firebase-admin/firestore';
import type { Borders } from '../borders/borders';
import { settings } from '../borders/settings';
import type { Chance } from '../chance';
import type { Schedule } from '../schedule';
import { firestoreOf } from '../store/client';
import type { Database } from '../store/database';
import { codes, StoreError } from '../store/errors';
import type { Line } from '../store/line';
import { readOnce } from './readOnce';
import { type Exports, loader, type Mutations, real, type Sources } from './sources';

/** The world that a process is started in. */
export type Ground = { sources: Sources; domain: (name: string) => Exports; database: Database; schedule: Schedule; chance: Chance; borders: Borders; mutations: Mutations; log: (text: string) => void };

/** A copy without the getters of Node's own, which are slow to go through for every process. */
const crypto = { ...realCrypto };

/** The backend's own modules, as this simulation calls them. */
export type Backend = {
  routes: typeof import('../../../functions/src/routes')['routes'];
  serve: typeof import('../../../functions/src/http/router')['serve'];
  command: typeof import('../../../functions/src/command/command')['command'];
  wake: typeof import('../../../functions/src/wake/wake')['wake'];
  sweep: typeof import('../../../functions/src/wake/sweep')['sweep'];
  configuration: typeof import('../../../functions/src/store/configuration')['configuration'];
};

/** Packages that are the same for everybody, and reach nothing. */
const harmless = ['zod', 'temporal-polyfill', 'node:util', 'node:zlib', 'node:diagnostics_channel', 'node:buffer', 'firebase-functions/https', 'firebase-functions/scheduler', 'firebase-functions/tasks'];

/** The domain, loaded once for all processes of a world: it has no state. */
export function loadDomain(sources: Sources, mutations: Mutations): (name: string) => Exports {
  return loader(sources, [Date, performance, setTimeout, clearTimeout, {}, undefined, AbortSignal], (name) => (harmless.includes(name) ? real(name) : unreachable(name)), mutations);
}

/**
 * One process of the backend: the real code with memory, clock and timers of its own. When it crashes, whatever it waits for never comes; what it had written
 * stays. Its wall clock is off by `skew` ms; its monotonic one runs from its start.
 */
export class Instance {
  isAlive = true;
  readonly #load: (name: string) => Exports;
  readonly #ground: Ground;

  constructor(ground: Ground, readonly name: string, readonly skew: number) {
    const { schedule, chance, borders, database, log } = ground;
    this.#ground = ground;
    const startedAt = schedule.clock.now();
    const now = () => schedule.clock.now() + this.skew;
    class OwnDate extends Date {
      constructor(...given: ConstructorParameters<typeof Date> | []) {
        // Given nothing, it is now; else what Date makes of it.
        super(...((given.length === 0 ? [now()] : given) as [number]));
      }

      static override now = now;
    }
    const timers = new Set<object>();
    const later = (run: () => void, milliseconds: number) => {
      const timer = { unref: () => timer, ref: () => timer };
      timers.add(timer);
      schedule.in(milliseconds, () => { if (this.isAlive && timers.delete(timer)) run(); });
      return timer;
    };
    const store = firestoreOf(database, this.#line());
    const outside: Record<string, unknown> = {
      'node:crypto': { ...crypto, randomBytes: (length: number) => chance.bytes(length) },
      'node:timers/promises': { setTimeout: (milliseconds: number, value?: unknown) => new Promise((resolve) => { later(() => { resolve(value); }, milliseconds); }) },
      'firebase-admin/app': { getApps: () => [{ name: '[DEFAULT]' }], initializeApp: () => ({ name: '[DEFAULT]' }) },
      'firebase-admin/firestore': { ...real('firebase-admin/firestore'), Timestamp: timestampsBy(now), getFirestore: () => store },
      'firebase-functions': { ...real('firebase-functions'), logger: Object.fromEntries(['debug', 'info', 'log', 'warn', 'error'].map((level) => [level, (...said: unknown[]) => { log(`${this.name} ${level}: ${said.map(String).join(' ')}`); }])) },
      // Of the network, what only judges addresses.
      'node:net': { BlockList, isIP, isIPv4, isIPv6 },
      ...borders.packages(this),
    };
    const process = { env: { GCLOUD_PROJECT: 'simulated', ...settings }, pid: 1, versions: {} };
    // Whoever answers too late is given up by the stand-ins themselves, in virtual time.
    const patience = { timeout: () => undefined };
    this.#load = loader(
      ground.sources, [OwnDate, { now: () => schedule.clock.now() - startedAt }, later, (timer: object) => { timers.delete(timer); }, process, borders.fetch(this), patience],
      (asked) => outside[asked] ?? (harmless.includes(asked) ? real(asked) : unreachable(asked)), { ...ground.mutations, 'functions/src/store/documents': readOnce(ground.mutations) }, ground.domain,
    );
  }

  /** A part of the backend, from the module that exports it. */
  part<K extends keyof Backend>(module: string, name: K): Backend[K] {
    return this.#load(`functions/src/${module}`)[name] as Backend[K]; // The table above says of which module it is.
  }

  crash(): void {
    this.isAlive = false;
  }

  /** Answers in so many ms, if this process still lives then. */
  after<T>(milliseconds: number, answer: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#ground.schedule.in(milliseconds, () => {
        if (!this.isAlive) return;
        try {
          resolve(answer());
        } catch (error) {
          // Who died in it hears nothing any more, of its own death neither.
          if (this.isAlive) reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  /** The way to the store: a few ms, now and then seconds; it breaks before or after what was asked, and the process may die at either end. */
  #line(): Line {
    const { chance } = this.#ground;
    return {
      carry: (call, perform) => this.after(chance.fault(0.003) ? chance.between(500, 6_000) : call.kind === 'commit' ? chance.between(2, 14) : chance.between(1, 6), () => {
        if (chance.fault(0.0004)) return this.#die();
        if (chance.fault(0.0015)) throw new StoreError(codes.unavailable, 'UNAVAILABLE: the store did not answer');
        const answer = perform();
        if (chance.fault(0.0004)) return this.#die();
        if (call.kind === 'commit' && chance.fault(0.0007)) throw new StoreError(codes.unavailable, 'UNAVAILABLE: the answer to a commit was lost');
        return answer;
      }),
      pause: (attempt) => this.after(chance.between(1, 30 * attempt), () => undefined),
    };
  }

  /** The process ends here: the answer that it waits for is never heard. */
  #die(): never {
    this.#ground.log(`${this.name} crashed`);
    this.crash();
    throw new Error('the process is dead');
  }
}

/** Firestore's Timestamp, whose `now` is this process's. With the prototype of the real one, so that `instanceof` is as quick: no proxy. */
function timestampsBy(now: () => number): object {
  const own = function timestamp(seconds: number, nanoseconds: number) { return new Timestamp(seconds, nanoseconds); };
  return Object.assign(own, { prototype: Timestamp.prototype, now: () => Timestamp.fromMillis(now()), fromMillis: Timestamp.fromMillis.bind(Timestamp), fromDate: Timestamp.fromDate.bind(Timestamp) });
}

/** Stands for a package that reaches out of the process: it loads, and whatever is called of it throws. */
function unreachable(name: string): unknown {
  const refuse = () => { throw new Error(`${name} reaches out of the simulation: give it a place in borders.ts`); };
  return new Proxy({}, { get: (_target, key) => (key === '__esModule' || typeof key === 'symbol' ? undefined : key === 'default' ? refuse : refuse) });
}
