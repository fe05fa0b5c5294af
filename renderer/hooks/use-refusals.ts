import { errorData } from '#renderer/transport/client.ts';
import { useFieldIssue } from './use-field-issue.ts';
import { useTexts } from './use-texts.ts';

/**
 * A refused call beside the fields of its form: issues by the field's name, broken rules by the field that `refusedAt` names.
 * `rest`: the failure where it is about none of the fields that are shown, to stand in the dialog.
 */
export function useRefusals(
  error: unknown,
  refusedAt: Readonly<Record<string, string>>,
): { readonly problem: (field: string) => string | undefined; readonly rest: unknown } {
  const { error: sentence } = useTexts();
  const issueAt = useFieldIssue(error);
  const failure = error === null || error === undefined ? undefined : errorData(error);
  const fields = new Set(Object.values(refusedAt));
  const broken = failure?.code === 'rule-violated' ? refusedAt[failure.reason] : undefined;
  const isShown =
    broken !== undefined ||
    (failure?.code === 'invalid-input' && failure.issues.every(({ field }) => fields.has(field)));
  return {
    problem: (field) => (failure && broken === field ? sentence(failure) : issueAt(field)),
    rest: isShown ? null : error,
  };
}
