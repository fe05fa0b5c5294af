import type { i18n } from 'i18next';
import { textAt } from './texts.ts';

/** Key of a feature's name: one record, or what `audit.features` says. */
const featureKey = (texts: i18n, feature: string): string | undefined =>
  [`record.${feature}.one`, `audit.features.${feature}`].find((key) => texts.exists(key));

/** A feature in words. The feature word itself when nobody named it. */
export function featureName(texts: i18n, feature: string): string {
  const key = featureKey(texts, feature);
  return key === undefined ? feature : textAt(texts, key);
}

/** A call in words: its own name, or verb and record (`新建客户`); undefined when nobody named it. */
export function namedCall(texts: i18n, call: string): string | undefined {
  const own = `audit.calls.${call.replace('.', '_')}`;
  if (texts.exists(own)) return textAt(texts, own);
  const [feature = '', verb = ''] = call.split('.');
  const verbKey = `audit.verbs.${verb}`;
  if (!texts.exists(verbKey) || featureKey(texts, feature) === undefined) return undefined;
  const [act, thing] = [textAt(texts, verbKey), featureName(texts, feature)];
  return texts.language === 'en' ? `${act}: ${thing}` : `${act}${thing}`;
}

/** As above, with the call itself where there is no name. */
export const callName = (texts: i18n, call: string): string => namedCall(texts, call) ?? call;

export const isNamedFeature = (texts: i18n, feature: string): boolean =>
  featureKey(texts, feature) !== undefined;
