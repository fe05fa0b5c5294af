/** The one error of the program: a code, data, and no sentence. Sentences live in shared/text. */

export type FieldIssue = {
  /** Dotted path into the input, e.g. `values.phone` or `lines.2.amountFen`. */
  readonly field: string;
  /** Key of the sentence in the `problem` texts, e.g. `required`. */
  readonly issue: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

export type DeskErrorData =
  | { readonly code: 'invalid-input'; readonly issues: readonly FieldIssue[] }
  | {
      readonly code: 'rule-violated';
      readonly reason: string;
      readonly params?: Readonly<Record<string, string | number>>;
    }
  | { readonly code: 'not-found'; readonly feature: string; readonly id?: number | string }
  | {
      readonly code: 'conflict';
      readonly feature: string;
      readonly id: number;
      readonly by?: string;
      readonly at?: string;
    }
  | { readonly code: 'signed-out'; readonly reason: 'no-session' | 'expired' | 'locked' }
  | { readonly code: 'forbidden'; readonly right: string }
  | { readonly code: 'cancelled' }
  | {
      readonly code: 'unavailable';
      readonly reason: string;
      readonly params?: Readonly<Record<string, string | number>>;
    }
  | { readonly code: 'storage'; readonly reason: string }
  | { readonly code: 'internal'; readonly incident: string };

export type DeskErrorCode = DeskErrorData['code'];

/** Thrown by handlers and rules; caught only by the door, the worker host, main and React's boundary. */
export class DeskError extends Error {
  readonly data: DeskErrorData;

  constructor(data: DeskErrorData) {
    super(data.code);
    this.name = 'DeskError';
    this.data = data;
  }
}

/** A business rule said no. `reason` is the key of a sentence in the `problem` texts. */
export const ruleViolated = (reason: string, params?: Record<string, string | number>): DeskError =>
  new DeskError(params ? { code: 'rule-violated', reason, params } : { code: 'rule-violated', reason });

/** What stands in a field cannot be taken: `issue` is a key of `problem.issues`, `params` fill its sentence. */
export const invalidField = (
  field: string,
  issue: string,
  params?: Record<string, string | number>,
): DeskError =>
  new DeskError({ code: 'invalid-input', issues: [params ? { field, issue, params } : { field, issue }] });

/** There is no such record, or no such thing of `problem.gone`. */
export const notFound = (feature: string, id?: number | string): DeskError =>
  new DeskError(id === undefined ? { code: 'not-found', feature } : { code: 'not-found', feature, id });

/** HTTP status of an error code; used by the HTTP carrier only. */
export const httpStatusOf: Record<DeskErrorCode, number> = {
  'invalid-input': 400,
  'rule-violated': 422,
  'not-found': 404,
  conflict: 409,
  'signed-out': 401,
  forbidden: 403,
  cancelled: 499,
  unavailable: 503,
  storage: 507,
  internal: 500,
};
