import { createHash } from 'node:crypto';
import { noon } from '#domain/samples';
import type { Action, What } from './actions';
import { type Exports, type Mutations, type Sources } from './backend/sources';
import { Borders, type Task } from './borders/borders';
import { Chance } from './chance';
import { carryOut, fromTwilio, request } from './carryOut';
import { type Ground, Instance } from './backend/instance';
import { invariants } from './invariants/all';
import type { Accepted, Watch } from './invariants/invariant';
import { furnish, type Setup } from './people';
import { Schedule } from './schedule';
import { Clock } from './store/clock';
import { Database } from './store/database';

export type Broken = { invariant: string; what: string; step: number; log: readonly string[] };
export type Counts = { steps: number; commits: number; sends: number; crashes: number; sweeps: number; wakes: number; accepted: number };
export type Code = { sources: Sources; domain: (name: string) => Exports; mutations: Mutations };

const processes = 3;
const sweepEvery = 15_000;

/** One organisation on one store, from its beginning to its rest. */
export class World {
  readonly accepted: Accepted[] = [];
  /** Incidents, newest last. */
  readonly incidents: string[] = [];
  readonly counts: Counts = { steps: 0, commits: 0, sends: 0, crashes: 0, sweeps: 0, wakes: 0, accepted: 0 };
  readonly database: Database;
  readonly schedule: Schedule;
  readonly chance: Chance;
  readonly borders: Borders;
  broken: Broken | undefined;
  readonly #ground: Ground;
  readonly #watches: readonly { name: string; watch: Watch }[];
  readonly #instances: Instance[] = [];
  readonly #log: string[] = [];
  #number = 0;

  /** `beginsAt`: ms since epoch. */
  constructor({ sources, domain, mutations }: Code, setup: Setup, beginsAt = noon) {
    const clock = new Clock(beginsAt);
    this.database = new Database(clock);
    this.schedule = new Schedule(clock);
    this.chance = new Chance(setup.seed);
    this.borders = new Borders(this.schedule, this.chance);
    this.#ground = { sources, domain, mutations, database: this.database, schedule: this.schedule, chance: this.chance, borders: this.borders, log: (text) => { this.log(text); } };
    furnish(this.database, setup, (text) => createHash('sha256').update(text).digest('hex'));
    this.#watches = invariants.map(({ name, watch }) => ({ name, watch: watch(this.database, (what) => { this.#break(name, what); }) }));
    this.database.onCommit((commit) => {
      this.counts.commits += 1;
      for (const { path, before } of commit.changes) if (before === undefined && /^incidents\/[^/]+$/.test(path)) this.incidents.push(path.slice('incidents/'.length));
      for (const { watch } of this.#watches) watch.commit?.(commit);
    });
    this.borders.onSend = (sent) => {
      this.counts.sends += 1;
      for (const { watch } of this.#watches) watch.sent?.(sent);
    };
    this.borders.onTask = (task) => { this.#wake(task); };
    this.borders.onReceipt = ({ token }) => { request(this, `/v1/receipts/${token}`, { state: 'delivered' }); };
    this.borders.onStatus = (notificationId, channel, word) => { fromTwilio(this, `/v1/twilio/status/${notificationId}`, { [channel === 'sms' ? 'MessageStatus' : 'CallStatus']: word }); };
  }

  /** Lives through these actions and comes to rest. Answers what broke, if something did. */
  async live(actions: readonly Action[]): Promise<Broken | undefined> {
    this.#sweepOn();
    for (const [index, action] of actions.entries()) {
      this.chance.begin(index);
      this.counts.steps = index + 1;
      this.log(JSON.stringify(action));
      carryOut(this, action.what);
      await this.schedule.pass(this.schedule.clock.now() + action.then);
      if (this.broken !== undefined) return this.broken;
    }
    await this.#rest();
    return this.broken;
  }

  /** Does this, and does not wait for what becomes of it. */
  act(what: What): void {
    carryOut(this, what);
  }

  /** For titles and ids that are unlike all others of this world. */
  nextNumber(): number {
    this.#number += 1;
    return this.#number;
  }

  log(text: string): void {
    this.#log.push(`${((this.schedule.clock.now() - noon) / 1_000).toFixed(3)} ${text}`);
    if (this.#log.length > 60) this.#log.shift();
  }

  /** A process that lives, any of them; one that crashed is another by now. */
  instance(which = this.chance.below(processes)): Instance {
    const there = this.#instances[which];
    if (there?.isAlive === true) return there;
    if (there !== undefined) this.counts.crashes += 1;
    const skew = this.chance.faults ? this.chance.between(-2_000, 2_000) : 0;
    const fresh = new Instance(this.#ground, `process ${which}`, skew);
    this.#instances[which] = fresh;
    return fresh;
  }

  #break(invariant: string, what: string): void {
    this.broken ??= { invariant, what, step: this.counts.steps, log: [...this.#log] };
  }

  #wake(task: Task): void {
    this.counts.wakes += 1;
    // A task that fails is dispatched again in the cloud; here the sweep finds what it left.
    this.instance().part('wake/wake', 'wake')(task).catch((error: unknown) => { this.log(`wake: ${String(error)}`); });
  }

  #sweepOn(): void {
    this.schedule.in(sweepEvery, () => {
      this.#sweepOn();
      if (!this.chance.fault(0.05)) this.sweepOnce();
    });
  }

  sweepOnce(): void {
    this.counts.sweeps += 1;
    const beganAt = this.schedule.clock.now();
    this.instance().part('wake/sweep', 'sweep')().then(({ clean }) => {
      if (clean) for (const { watch } of this.#watches) watch.swept?.(beganAt);
    }, (error: unknown) => { this.log(`sweep: ${String(error)}`); });
  }

  /** No more faults: time passes until nothing is left to decide, and what holds at rest is looked at. */
  async #rest(): Promise<void> {
    this.chance.faults = false;
    this.#instances.length = 0;
    const isWaiting = () => [...this.database.documents('events')].some(({ fields }) => fields.state === 'undecided') || [...this.database.documents('tallies')].length > 0;
    for (let pass = 0; this.broken === undefined && (pass < 4 || (pass < 100 && isWaiting())); pass += 1) await this.schedule.pass(this.schedule.clock.now() + sweepEvery);
    if (this.broken === undefined) for (const { watch } of this.#watches) watch.atRest?.(this.accepted);
  }
}
