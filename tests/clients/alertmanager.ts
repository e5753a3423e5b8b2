import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Alertmanager = {
  /** An alert begins to fire: a disk of this host is full. */
  fire: (host: string) => Promise<void>;
  /** The alerts of these hosts end, now. */
  end: (...hosts: readonly string[]) => Promise<void>;
  stop: () => Promise<void>;
};

/** Debian's Alertmanager as it is, on a free port, with this receiver for everything; alerts of one name are one group, told within a second. */
export async function startAlertmanager(receiver: object): Promise<Alertmanager> {
  const folder = mkdtempSync(join(tmpdir(), 'rouse-alertmanager-'));
  const file = join(folder, 'alertmanager.yml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({
    route: { receiver: 'rouse', group_by: ['alertname'], group_wait: '1s', group_interval: '1s', repeat_interval: '1h' },
    receivers: [{ name: 'rouse', ...receiver }],
  }));
  const running = spawn('prometheus-alertmanager', [
    `--config.file=${file}`, `--storage.path=${folder}`, '--cluster.listen-address=', '--web.listen-address=127.0.0.1:0',
    '--web.external-url=http://alertmanager.example.org',
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => { running.once('close', () => resolve()); });
  const stop = async () => {
    running.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    running.once('error', reject).once('close', (code) => reject(new Error(`Alertmanager ended with ${code ?? 'a signal'}: ${said}`)));
    running.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const [, found] = /msg="Listening on" address=(\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const add = (host: string, ...more: readonly string[]) => run('amtool', [
    `--alertmanager.url=http://${address}`, 'alert', 'add', 'DiskFull', 'severity=warning', 'service=files', `host=${host}`, ...more,
  ]);
  return {
    stop,
    fire: async (host) => { await add(host, `--annotation=summary=Disk full on ${host}`); },
    end: async (...hosts) => {
      // Not before its start, which Alertmanager refuses.
      const now = new Date().toISOString();
      await Promise.all(hosts.map((host) => add(host, `--end=${now}`)));
    },
  };
}
