import type { i18n } from 'i18next';
import { textAt } from './texts.ts';

/** A feature in words: the name of one record, or what `audit.features` says. The key itself when nobody named it. */
export function featureName(texts: i18n, feature: string): string {
  const key = [`record.${feature}.one`, `audit.features.${feature}`].find((name) => texts.exists(name));
  return key === undefined ? feature : textAt(texts, key);
}

/** A call in words: its own name, or verb and record (`新建 客户`). The call itself when nobody named it. */
export function callName(texts: i18n, call: string): string {
  const own = `audit.calls.${call.replace('.', '_')}`;
  if (texts.exists(own)) return textAt(texts, own);
  const [feature = '', verb = ''] = call.split('.');
  const verbKey = `audit.verbs.${verb}`;
  if (!texts.exists(verbKey) || featureName(texts, feature) === feature) return call;
  return texts.language === 'en'
    ? `${textAt(texts, verbKey)}: ${featureName(texts, feature)}`
    : `${textAt(texts, verbKey)}${featureName(texts, feature)}`;
}
