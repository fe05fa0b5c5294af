import type { i18n } from 'i18next';
import type { ImportAddress } from '../features/import/import-column.ts';
import { textAt } from './texts.ts';

/** Where a column goes, in words: the field of a record, or what a record is found by. */
export function addressName(texts: i18n, address: ImportAddress): string {
  const [feature = '', name = ''] = address.split('.');
  return textAt(texts, feature === 'lookup' ? `import.lookup.${name}` : `record.${feature}.fields.${name}`);
}

/** Missing needs in words: alternatives joined by "or". */
export const missingNames = (texts: i18n, needs: readonly (readonly ImportAddress[])[]): string =>
  needs
    .map((alternatives) =>
      alternatives.map((address) => addressName(texts, address)).join(textAt(texts, 'import.check.or')),
    )
    .join(textAt(texts, 'import.check.and'));
