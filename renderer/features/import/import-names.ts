import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { importField } from '#shared/features/import/import-fields.ts';
import { readCell } from '#shared/features/import/import-value.rules.ts';
import type { ImportAddress } from '#shared/features/import/import-column.ts';
import { importKindRules, type ImportKind } from '#shared/features/import/import.kinds.ts';
import type { RawCell } from '#shared/features/import/raw-row.ts';
import { addressName, missingNames } from '#shared/text/import-address.ts';
import { valueText } from '#renderer/components/fields/field-value.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

export type AddressGroup = {
  readonly name: string;
  readonly addresses: readonly { value: string; label: string }[];
};

export type ImportNames = {
  /** Name of where a column goes. */
  readonly address: (address: ImportAddress) => string;
  /** All addresses of a kind, by the record that they belong to. */
  readonly groups: (kind: ImportKind) => readonly AddressGroup[];
  /** Missing needs in words: alternatives joined by "or". */
  readonly missing: (needs: readonly (readonly ImportAddress[])[]) => string;
  /** A raw cell as the program understands it, in the person's format; the raw text where it does not. */
  readonly cell: (cell: RawCell, address: ImportAddress) => string;
  /** A stored value in the person's format; undefined where only the store knows it (references). */
  readonly value: (feature: string, field: string, value: string | number | null) => string | undefined;
  /** Name of a field that is no column of the file; undefined for inner ones. */
  readonly changed: (feature: string, field: string) => string | undefined;
};

const rawText = (cell: RawCell): string => (cell === null ? '' : String(cell));

/** Names and formats of the import pages. */
export function useImportNames(): ImportNames {
  const { i18n } = useTranslation();
  const texts = useTexts();
  return useMemo(() => {
    const inBoth = (key: string): string[] =>
      (['zh-CN', 'en'] as const).map((language) => i18n.getFixedT(language)(key as never)); // the key is data
    const address = (to: ImportAddress): string => addressName(i18n, to);
    const value: ImportNames['value'] = (feature, name, stored) => {
      const field = importField(`${feature}.${name}`);
      if (!field || field.kind === 'reference') return undefined;
      return valueText(texts, { feature, name, field, labels: {} }, stored);
    };
    return {
      address,
      value,
      groups(kind) {
        const groups = new Map<string, { value: string; label: string }[]>();
        for (const { to } of importKindRules[kind].columns) {
          const [feature = ''] = to.split('.');
          const home = feature === 'lookup' ? (importKindRules[kind].targets[0] ?? '') : feature;
          const list = groups.get(home) ?? [];
          list.push({ value: to, label: address(to) });
          groups.set(home, list);
        }
        return [...groups].map(([feature, addresses]) => ({
          name: texts.record(feature, 'many'),
          addresses,
        }));
      },
      missing: (needs) => missingNames(i18n, needs),
      cell(cell, to) {
        const field = importField(to);
        const [feature = '', name = ''] = to.split('.');
        if (!field || cell === null) return rawText(cell);
        const read = readCell(cell, to, field, (choice) =>
          inBoth(`record.${feature}.choices.${name}.${choice}`),
        );
        if (read.kind !== 'value') return rawText(cell);
        if (field.kind === 'reference') return String(read.value);
        if (field.kind === 'instant') {
          const [day = '', time = ''] = String(read.value).split(' ');
          return `${texts.day(day)} ${time.slice(0, 5)}`.trim();
        }
        return valueText(texts, { feature, name, field, labels: {} }, read.value);
      },
      changed: (feature, name) =>
        i18n.exists(`record.${feature}.fields.${name}`) ? texts.field(feature, name) : undefined,
    };
  }, [i18n, texts]);
}
