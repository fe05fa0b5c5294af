import type { ReactNode } from 'react';
import { retentionRuleFields } from '#shared/features/personal-data/retention-rule.fields.ts';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { nameIn } from '#renderer/components/record-list/use-said-cells.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

function Source({ row }: { readonly row: Row }): ReactNode {
  const { language } = useTexts();
  return nameIn(language, row, 'source', 'sourceEn');
}

const cells: Cells = {
  confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} />,
  source: (row) => <Source row={row} />,
};

/** The source is a sentence. */
const widths = { source: 240 };

const layout: RecordLayout = {
  feature: 'retentionRule',
  fields: retentionRuleFields,
  title: ['kind'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'kind', descending: false }],
  groups: [
    { name: 'basic', fields: ['kind', 'years'] },
    { name: 'validity', fields: ['validFrom', 'validTo', 'source', 'sourceEn', 'confirmed'] },
  ],
};

/** 资料保存期限 table. */
export function RetentionRuleListScreen(): ReactNode {
  return <RecordList {...layout} cells={cells} widths={widths} />;
}

export function RetentionRuleFormScreen(): ReactNode {
  return <RecordForm layout={layout} />;
}
