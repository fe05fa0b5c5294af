import type { ReactNode } from 'react';
import { indicatorEntryFields, indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { Revise } from './revise.tsx';
import { useIndicatorTexts } from './use-indicator-texts.ts';

const indicatorLayout: RecordLayout = {
  feature: 'indicator',
  fields: indicatorFields,
  title: ['name'],
  titleEn: 'nameEn',
  startsToday: ['validFrom'],
  usualSort: [{ field: 'name', descending: false }],
  groups: [
    { name: 'basic', fields: ['name', 'nameEn', 'way', 'formula', 'unit', 'unitName', 'direction'] },
    { name: 'progress', fields: ['green', 'amber', 'source', 'exclusions', 'validFrom', 'validTo'] },
    { name: 'note', fields: ['note'] },
  ],
};

/** 自定义指标: all versions of all of them. */
export function IndicatorListScreen(): ReactNode {
  return <RecordList {...indicatorLayout} widths={{ formula: 280 }} />;
}

/** 自定义指标 as a form; another definition of a kept one is a new version. */
export function IndicatorFormScreen(): ReactNode {
  const { may } = useSession();
  return (
    <RecordForm
      layout={indicatorLayout}
      renderAbove={({ record }) => (may('indicator.write') ? <Revise record={record} /> : null)}
    />
  );
}

function Name({ of }: { readonly of: unknown }): ReactNode {
  return useIndicatorTexts().name(String(of));
}
function Period({ of }: { readonly of: unknown }): ReactNode {
  return useIndicatorTexts().period(String(of));
}
function Value({ of, value }: { readonly of: unknown; readonly value: unknown }): ReactNode {
  const texts = useIndicatorTexts();
  return texts.figure(Number(value), texts.definitions.get(String(of)));
}

export const indicatorCells: Cells = {
  indicator: (row) => <Name of={row['indicator']} />,
  period: (row) => <Period of={row['period']} />,
};

const entryCells: Cells = {
  ...indicatorCells,
  value: (row) => <Value of={row['indicator']} value={row['value']} />,
};
const newestFirst = [{ field: 'id', descending: true }];

/** 指标填报: every figure typed by hand, with who and when. */
export function EntryListScreen(): ReactNode {
  return (
    <RecordList
      feature="indicatorEntry"
      fields={indicatorEntryFields}
      cells={entryCells}
      usualSort={newestFirst}
      widths={{ value: 140 }}
    />
  );
}
