import type { CommandAnswer } from '#domain/command/answer';
import type { OnCallCommand } from '#domain/command/oncall';
import { findingsOf } from '#domain/proof/check';
import { previewPaging as previewed } from '#domain/proof/preview';
import { configuration } from '../store/configuration';
import { refusal } from './refusal';

/** Who would be paged, when and on what, if this fired then and nobody acknowledged. Nothing is stored, and nobody is told. */
export async function previewPaging({ serviceId, severity, at }: Extract<OnCallCommand, { type: 'previewPaging' }>): Promise<CommandAnswer> {
  const facts = await configuration(true);
  const service = facts.services[serviceId];
  if (service === undefined) throw refusal('no-such-service', [{ path: 'serviceId', message: 'Choose a service that exists.' }]);
  const preview = previewed({ service, severity, at }, facts);
  const { messages: [first] } = preview;
  const message = first === undefined ? 'Nobody would be paged.' : `${first.name} would be told first. Nobody was paged.`;
  return { outcome: 'unchanged', code: 'previewPaging', message, preview };
}

/** What the next 60 days leave open. Changes nothing. */
export async function checkCoverage(): Promise<CommandAnswer> {
  const findings = findingsOf(await configuration(true), Date.now());
  const problems = findings.filter(({ level }) => level === 'problem').length;
  const message = problems === 0 ? 'No problem in the next 60 days.' : problems === 1 ? 'One problem in the next 60 days.' : `${problems} problems in the next 60 days.`;
  return { outcome: 'unchanged', code: 'checkCoverage', message, findings };
}
