import { desk } from '#renderer/transport/desk.ts';

export type ExportQuestion = Parameters<typeof desk.export.start>[0];

/** Starts an export job of a list; answers when the job has begun. */
export const startExport = (question: ExportQuestion): Promise<{ jobId: number }> =>
  desk.export.start(question);
