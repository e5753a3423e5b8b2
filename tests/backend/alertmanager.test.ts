import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { db, incidentBecomes, newService, timelineOf } from '../store';
import { Incident } from '#domain/incident/incident';
import { incidentFits, origin, until } from '../rouse';

const run = promisify(execFile);
const address = '127.0.0.1:19093';

it('the real Alertmanager fires, fires more, and resolves through webhook_configs', async () => {
  const { key, serviceId } = await newService();
  const folder = mkdtempSync(join(tmpdir(), 'rouse-alertmanager-'));
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, JSON.stringify({
    route: { receiver: 'rouse', group_by: ['alertname'], group_wait: '1s', group_interval: '1s', repeat_interval: '1h' },
    receivers: [{ name: 'rouse', webhook_configs: [{ url: `${origin}/v1/hooks/alertmanager/${key}`, send_resolved: true }] }],
  }));
  const alertmanager = spawn('prometheus-alertmanager', [
    `--config.file=${file}`, `--storage.path=${folder}`, '--cluster.listen-address=', `--web.listen-address=${address}`,
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    await new Promise<void>((resolve, reject) => {
      let said = '';
      alertmanager.once('error', reject).once('close', (code) => reject(new Error(`Alertmanager ended with ${code ?? 'a signal'}: ${said}`)));
      alertmanager.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Listening')) resolve();
      });
    });
    const amtool = (...words: string[]) => run('amtool', [`--alertmanager.url=http://${address}`, 'alert', 'add', 'DiskFull', 'severity=warning', 'service=files', ...words]);
    await amtool('host=db-1', '--annotation=summary=Disk full on db-1');
    const found = await until(db().collection('incidents').where('serviceId', '==', serviceId), ([first]) => Incident.safeParse(first).data, 30_000);
    expect([found.title, found.severity, found.alertNames]).toEqual(['Disk full on db-1', 'SEV3', ['DiskFull']]);
    await amtool('host=db-2', '--annotation=summary=Disk full on db-2');
    await until(db().doc(`incidents/${found.id}`), incidentFits(({ alertCounts }) => alertCounts.total === 2), 30_000);
    // Not before its start, which Alertmanager refuses.
    const past = new Date().toISOString();
    await amtool('host=db-1', `--end=${past}`);
    await amtool('host=db-2', `--end=${past}`);
    const resolved = await incidentBecomes(found.id, ({ status }) => status === 'resolved', 30_000);
    expect(resolved.alertCounts).toMatchObject({ firing: 0, total: 2 });
    expect((await timelineOf(found.id)).at(-1)?.changes.at(-1)).toMatchObject({ type: 'resolved', by: 'source' });
  } finally {
    const gone = new Promise((resolve) => { alertmanager.once('exit', resolve); });
    if (alertmanager.exitCode === null && alertmanager.kill('SIGTERM')) await gone;
    rmSync(folder, { recursive: true, force: true });
  }
});
