import type { BackupLine } from '#shared/features/backup/backup.contract.ts';

/** Rows of all tables of a backup. */
export const rowTotal = ({ rowCounts }: Pick<BackupLine, 'rowCounts'>): number =>
  Object.values(rowCounts).reduce((sum, count) => sum + count, 0);
