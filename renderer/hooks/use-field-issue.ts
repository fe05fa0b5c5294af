import { errorData } from '#renderer/transport/client.ts';
import { useTexts } from './use-texts.ts';

/** The sentence that stands beside a field after a refused call, by the field's name with or without `values.`. */
export function useFieldIssue(error: unknown): (field: string) => string | undefined {
  const { issue } = useTexts();
  const data = error === null || error === undefined ? null : errorData(error);
  const issues = data?.code === 'invalid-input' ? data.issues : [];
  return (field) => {
    const found = issues.find((one) => one.field === field || one.field === `values.${field}`);
    return found && issue(found);
  };
}
