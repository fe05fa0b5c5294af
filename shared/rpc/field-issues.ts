import type { z } from 'zod';
import type { FieldIssue } from './desk-error.ts';

/** What stands against an input, by the path of its field; a limit that was passed stands in the sentence. */
export function fieldIssuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => {
    const field = issue.path.join('.');
    const limits: Record<string, number> = {};
    if ('maximum' in issue && typeof issue.maximum === 'number') limits['maximum'] = issue.maximum;
    if ('minimum' in issue && typeof issue.minimum === 'number') limits['minimum'] = issue.minimum;
    // Our schemas give keys as messages; zod's own sentences are replaced by the kind of issue.
    const key = /^[a-z0-9-]+$/u.test(issue.message) ? issue.message : issue.code.replaceAll('_', '-');
    return { field, issue: key, params: limits };
  });
}
