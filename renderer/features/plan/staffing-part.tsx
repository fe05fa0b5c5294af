import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StaffRow } from '#shared/features/plan/plan.content.ts';
import { staffFigures, staffTotal } from '#shared/features/plan/plan.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RowsGrid, type GridColumn } from './rows-grid.tsx';
import { newKey } from './use-plan-part.ts';
import type { PartProps } from './part-props.ts';
import { Section } from './section.tsx';
import { StaffPay } from './staff-pay.tsx';

const noMonths = (): number[] => Array.from({ length: 12 }, () => 0);
const newPost = (): StaffRow => ({
  key: newKey(),
  department: '',
  post: '',
  people: 0,
  hired: noMonths(),
  leaving: noMonths(),
  monthlyCostFen: null,
});

const monthColumn = (field: 'hired' | 'leaving', month: number, title: string): GridColumn<StaffRow> => ({
  id: `${field}${month}`,
  title,
  kind: 'count',
  get: (row) => row[field][month] || null,
  set: (row, value) => ({
    ...row,
    [field]: row[field].map((one, index) => (index === month ? (value ?? 0) : one)),
  }),
});

/** 人力资源规划: posts with people and cost, who joins and leaves by month; sums are computed. */
export function StaffingPart({ part, editable }: PartProps<'staffing'>): ReactNode {
  const { t, money } = useTexts();
  const { value, change, flush } = part;
  const { posts } = value;
  const total = staffTotal(posts);
  const cost = (fen: number | null): string => (fen === null ? '—' : money(fen));
  const common = {
    editable,
    rows: posts,
    onChange: (rows: StaffRow[]) => change({ ...value, posts: rows }),
    onLeave: flush,
    nameOf: ({ post }: StaffRow) => post,
  } as const;
  const name: GridColumn<StaffRow> = {
    id: 'name',
    title: t('plan.fields.post'),
    kind: 'shown',
    words: true,
    width: 110,
    show: ({ post }) => post,
  };
  const months = noMonths().map((_, index) => t('plan.book.monthShort', { month: index + 1 }));
  return (
    <>
      <Section title={t('plan.sections.posts')}>
        {editable ? <StaffPay posts={posts} onPosts={common.onChange} /> : null}
        <RowsGrid<StaffRow>
          {...common}
          label={t('plan.sections.posts')}
          create={{ words: t('plan.add.post'), make: newPost }}
          columns={[
            text('department', t('plan.fields.department')),
            text('post', t('plan.fields.post')),
            {
              id: 'people',
              title: t('plan.fields.people'),
              kind: 'count',
              get: (row) => row.people,
              set: (row, people) => ({ ...row, people: people ?? 0 }),
            },
            {
              id: 'hired',
              title: t('plan.fields.hired'),
              kind: 'shown',
              show: (row) => staffFigures(row).hired,
            },
            {
              id: 'leaving',
              title: t('plan.fields.leaving'),
              kind: 'shown',
              show: (row) => staffFigures(row).leaving,
            },
            { id: 'end', title: t('plan.fields.end'), kind: 'shown', show: (row) => staffFigures(row).end },
            {
              id: 'monthlyCostFen',
              title: t('plan.fields.monthlyCostFen'),
              kind: 'money',
              width: 110,
              get: (row) => row.monthlyCostFen,
              set: (row, monthlyCostFen) => ({ ...row, monthlyCostFen }),
            },
            {
              id: 'cost',
              title: t('plan.fields.cost'),
              kind: 'shown',
              show: (row) => cost(staffFigures(row).cost),
            },
          ]}
          foot={[
            t('plan.fields.total'),
            '',
            total.start,
            total.hired,
            total.leaving,
            total.end,
            '',
            cost(total.cost),
          ]}
        />
        <Text size="xs" c="dimmed">
          {t('plan.book.staffNote')}
        </Text>
      </Section>
      {posts.length === 0 ? null : (
        <>
          {(['hired', 'leaving'] as const).map((field) => (
            <Section key={field} title={t(`plan.fields.${field}`)}>
              <RowsGrid<StaffRow>
                {...common}
                label={t(`plan.fields.${field}`)}
                columns={[name, ...months.map((title, month) => monthColumn(field, month, title))]}
              />
            </Section>
          ))}
          <Section title={t('plan.sections.headcount')}>
            <RowsGrid<StaffRow>
              {...common}
              editable={false}
              label={t('plan.sections.headcount')}
              columns={[
                name,
                ...months.map((title, month): GridColumn<StaffRow> => ({
                  id: `end${month}`,
                  title,
                  kind: 'shown',
                  show: (row) => staffFigures(row).ends[month],
                })),
              ]}
              foot={[t('plan.fields.total'), ...total.ends]}
            />
          </Section>
        </>
      )}
    </>
  );
}

const text = (field: 'department' | 'post', title: string): GridColumn<StaffRow> => ({
  id: field,
  title,
  kind: 'text',
  max: 300,
  width: 110,
  get: (row) => row[field],
  set: (row, value) => ({ ...row, [field]: value }),
});
