import type { CommandAnswer } from '#domain/command/answer';

export const previewPaging = async (_sent: object): Promise<CommandAnswer> => ({ outcome: 'unchanged', code: 'previewPaging', message: '' });
export const checkCoverage = async (): Promise<CommandAnswer> => ({ outcome: 'unchanged', code: 'checkCoverage', message: '' });
