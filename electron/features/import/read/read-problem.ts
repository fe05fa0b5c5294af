import { DeskError } from '#shared/rpc/desk-error.ts';

/**
 * Why a file cannot be read as a table.
 * `not-a-table`: something else (picture, PDF, program) · `unsupported`: a spreadsheet of a kind we do not read (xlsb, ods,
 * Excel 4) · `unreadable`: damaged · `zip-bomb`: inflates beyond every real workbook · `in-use`: another program holds it.
 */
export type ReadProblemCode =
  | 'empty'
  | 'not-a-table'
  | 'unsupported'
  | 'too-large'
  | 'zip-bomb'
  | 'truncated'
  | 'password'
  | 'doctype'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'no-such-sheet'
  | 'unreadable'
  | 'not-found'
  | 'in-use'
  | 'cancelled';

/** The only error that reading a table throws. `row` is the sheet line where it happened, if known. */
export class ReadProblem extends Error {
  readonly code: ReadProblemCode;
  readonly row: number | undefined;

  constructor(code: ReadProblemCode, options?: { row?: number; cause?: unknown }) {
    super(`table not read: ${code}`, { cause: options?.cause });
    this.name = 'ReadProblem';
    this.code = code;
    this.row = options?.row;
  }
}

const FILE_CODES: Readonly<Record<string, ReadProblemCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'not-a-table',
  EBUSY: 'in-use',
  EPERM: 'in-use',
  EACCES: 'in-use',
};

/** Reading problems as the program's own errors: the code is a key of the `problem.reasons` texts. */
export const asUnreadable = (error: unknown): unknown => {
  if (!(error instanceof ReadProblem)) return error;
  if (error.code === 'cancelled') return new DeskError({ code: 'cancelled' });
  return new DeskError({ code: 'rule-violated', reason: `file-${error.code}` });
};

/** Turns whatever was thrown while reading into a ReadProblem; zlib and file system codes are told apart. */
export function asReadProblem(error: unknown): ReadProblem {
  if (error instanceof ReadProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new ReadProblem('truncated', { cause: error });
  return new ReadProblem(FILE_CODES[code] ?? 'unreadable', { cause: error });
}
