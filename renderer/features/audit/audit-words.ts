import { useTranslation } from 'react-i18next';
import { textAt } from '#shared/text/texts.ts';
import { callName, featureName } from '#shared/text/call-name.ts';

/** Names of calls and features on the audit screen, in the person's language. */
export function useAuditWords(): {
  readonly call: (name: string) => string;
  readonly feature: (name: string) => string;
  /** A verb alone, or one of the session's calls. */
  readonly verb: (name: string) => string;
} {
  const { i18n } = useTranslation();
  return {
    call: (name) => callName(i18n, name),
    feature: (name) => featureName(i18n, name),
    verb: (name) =>
      textAt(
        i18n,
        i18n.exists(`audit.verbs.${name}`) ? `audit.verbs.${name}` : `audit.calls.session_${name}`,
      ),
  };
}
