import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportLook, Reading, RowEdit, Verdict } from '#shared/features/import/import.contract.ts';
import type { ImportSize } from '#shared/features/import/import-size.rules.ts';
import type { Job } from '#shared/features/job/job.contract.ts';
import { errorData } from '#renderer/transport/client.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Calls of the import pages. What a job does goes on when the person leaves the page, so jobs are followed here. */

const followEveryMs = 250;
const waitWhileAwayMs = 1500;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const uploadFile = (file: File): Promise<{ fileId: string; fileName: string }> =>
  desk.import.upload({ file });
export const lookAtFile = (fileId: string, reading: Reading): Promise<ImportLook> =>
  desk.import.look({ fileId, reading });
export const startPreview = (fileId: string, reading: Reading): Promise<{ jobId: number }> =>
  desk.import.preview({ fileId, reading });
export const startImport = (
  fileId: string,
  reading: Reading,
  agreed: ImportSize | undefined,
): Promise<{ jobId: number }> => desk.import.run({ fileId, reading, ...(agreed ? { agreed } : {}) });
export const startUndo = (id: number): Promise<{ jobId: number }> => desk.import.undo({ id });
export const correctRow = (fileId: string, row: number, edit: RowEdit): Promise<unknown> =>
  desk.import.correct({ fileId, row, ...edit });
export const takeWaitingFile = (fileName: string): Promise<{ fileId: string; fileName: string }> =>
  desk.import.takeWaiting({ fileName });
/** An upload that is gone already is as good as thrown away. */
export const dropUpload = (fileId: string): Promise<unknown> =>
  desk.import.drop({ fileId }).catch(() => undefined);
export const cancelJob = (id: number): Promise<unknown> => desk.job.cancel({ id }).catch(() => undefined);

/** Follows a job to its end; waits while the screen is locked or the connection gone. */
export async function followJob(id: number, onProgress: (job: Job) => void): Promise<Job> {
  for (;;) {
    try {
      const job = await desk.job.get({ id });
      if (job.endedAt !== null) return job;
      onProgress(job);
      await pause(followEveryMs);
    } catch (error) {
      const { code } = errorData(error);
      if (code !== 'signed-out' && code !== 'unavailable') throw error;
      await pause(waitWhileAwayMs);
    }
  }
}

/** A page of what a preview found; `jobId` tells one preview from the next. */
export const usePreviewRows = (
  jobId: number,
  input: { fileId: string; page: number; pageSize: number; verdict?: Verdict },
) =>
  useQuery({
    queryKey: [...calls.import.previewRows.queryKey({ input }), jobId],
    queryFn: ({ signal }) => desk.import.previewRows(input, { signal }),
    placeholderData: keepPreviousData,
  });

/** The core looks into the folder this often; imports are told by events besides. */
const watchEveryMs = 10_000;

/** 监视文件夹 and what waits there, asked again while the page is looked at. */
export const useWaiting = () =>
  useQuery({ ...calls.import.waiting.queryOptions({ input: {} }), refetchInterval: watchEveryMs });

export const useImports = (page: number) =>
  useQuery({ ...calls.import.list.queryOptions({ input: { page } }), placeholderData: keepPreviousData });
