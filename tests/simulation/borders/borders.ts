import type { TokenMessage } from 'firebase-admin/messaging';
import type { Instance } from '../backend/instance';
import type { Chance } from '../chance';
import type { Schedule } from '../schedule';
import { nodemailer } from './mailServer';
import { failure, type Outside, type Received, type Sent } from './outside';
import { twilio } from './phones';

export type { Received, Sent } from './outside';
export type Task = { incidentId: string; episode: number; wakeAt: number } | { notificationId: string; lookAt: number };

/** What lies outside of Rouse and the store: phones behind FCM and Twilio, the mail server, Cloud Tasks, the accounts. One object: another channel is another package here. */
export class Borders implements Outside {
  /** Messages that arrived, oldest first; the newest few dozen. */
  readonly received: Received[] = [];
  onSend: (sent: Sent) => void = () => undefined;
  onTask: (task: Task) => void = () => undefined;
  onReceipt: (received: Received) => void = () => undefined;
  onStatus: Outside['onStatus'] = () => undefined;
  /** Every provider is out of order in `[from, until)` (ms since epoch), and says nothing or refuses. */
  outage: { from: number; until: number; isSilent: boolean } | undefined;
  /** How many devices confirm what arrives. */
  receipts: 'all' | 'most' | 'none' = 'most';
  readonly #taskNames = new Set<string>();

  constructor(readonly schedule: Schedule, readonly chance: Chance) {}

  /** The packages by which a process reaches them. */
  packages(instance: Instance): Record<string, unknown> {
    return {
      'firebase-admin/messaging': { getMessaging: () => ({ sendEach: (messages: readonly TokenMessage[]) => this.#sendEach(instance, messages) }) },
      'firebase-admin/functions': { getFunctions: () => ({ taskQueue: () => ({ enqueue: (task: Task, options: { id: string; scheduleTime: Date }) => this.#enqueue(instance, task, options) }) }) },
      'firebase-admin/auth': { getAuth: () => ({ setCustomUserClaims: async () => undefined, updateUser: async () => undefined, revokeRefreshTokens: async () => undefined }) },
      nodemailer: nodemailer(this, instance),
    };
  }

  fetch(instance: Instance): ReturnType<typeof twilio> {
    return twilio(this, instance);
  }

  isDown(): boolean {
    const now = this.schedule.clock.now();
    return this.outage !== undefined && this.outage.from <= now && now < this.outage.until;
  }

  isSilent(): boolean {
    return this.outage?.isSilent ?? false;
  }

  receive(received: Received): void {
    this.received.push(received);
    if (this.received.length > 40) this.received.shift();
  }

  async #sendEach(instance: Instance, messages: readonly TokenMessage[]): Promise<{ responses: { success: boolean; error?: Error }[] }> {
    if (this.isDown()) {
      if (this.isSilent()) return instance.after(15_000, () => { throw failure('app/network-timeout'); });
      return instance.after(20, () => ({ responses: messages.map(() => ({ success: false, error: failure('messaging/server-unavailable') })) }));
    }
    for (const { data } of messages.slice(0, 1)) this.onSend({ notificationId: data?.notificationId ?? '', channel: 'push', at: this.schedule.clock.now(), by: instance.name });
    if (this.chance.fault(0.01)) {
      // Nobody knows whether it arrived.
      if (this.chance.below(2) === 0) for (const message of messages) this.#arrive(message);
      return instance.after(15_000, () => { throw failure('app/network-timeout'); });
    }
    const answerIn = this.chance.fault(0.02) ? this.chance.between(2_000, 9_000) : this.chance.between(20, 250);
    const responses = messages.map((message) => {
      if (this.chance.fault(0.05)) return { success: false, error: failure(this.chance.pick(['messaging/internal-error', 'messaging/server-unavailable', 'messaging/registration-token-not-registered', 'messaging/invalid-argument'])) };
      // FCM takes what never arrives.
      if (!this.chance.fault(0.15)) this.#arrive(message);
      return { success: true };
    });
    return instance.after(answerIn, () => ({ responses }));
  }

  #arrive(message: TokenMessage): void {
    this.schedule.in(this.receipts === 'most' ? this.chance.pick([5, 60, 400, 4_000]) : 5, () => {
      const [userId = ''] = message.token.split(':');
      const received: Received = { userId, channel: 'push', from: '', notificationId: message.data?.notificationId ?? '', token: message.data?.token ?? '', code: 0, at: this.schedule.clock.now() };
      this.receive(received);
      if (this.receipts === 'all' || (this.receipts === 'most' && this.chance.below(3) > 0)) this.onReceipt(received);
    });
  }

  #enqueue(instance: Instance, task: Task, { id, scheduleTime }: { id: string; scheduleTime: Date }): Promise<void> {
    return instance.after(this.chance.between(5, 40), () => {
      if (this.#taskNames.has(id)) throw failure('functions/task-already-exists');
      if (this.chance.fault(0.03)) throw failure('functions/unavailable');
      this.#taskNames.add(id);
      if (this.chance.fault(0.1)) return;
      const off = this.chance.faults ? this.chance.pick([0, 20, 300, -1_500, -2_500, 5_000, 40_000]) : 0;
      const times = this.chance.fault(0.1) ? 2 : 1;
      for (let time = 0; time < times; time += 1) this.schedule.in(scheduleTime.getTime() - this.schedule.clock.now() + off + time * this.chance.between(0, 900), () => { this.onTask(task); });
    });
  }
}
