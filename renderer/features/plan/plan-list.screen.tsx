import { Anchor, Badge, Button, Group, Paper, Select, Table } from '@mantine/core';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlanEdition } from '#shared/features/plan/plan.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useOpenPlan, usePlans } from './plan.queries.ts';

const stateColours = { draft: 'gray', submitted: 'orange', approved: 'green' } as const;

/** 年度计划: every year with its editions. */
export function PlanListScreen(): ReactNode {
  const { t } = useTexts();
  const { may, today } = useSession();
  const go = useGo();
  const plans = usePlans();
  const open = useOpenPlan();
  const next = yearOf(today) + 1;
  const [year, setYear] = useState(next);
  const editions = plans.data ?? [];
  const begin = may('plan.write') ? (
    <Group gap="xs">
      <Select
        aria-label={t('plan.list.year')}
        w={92}
        allowDeselect={false}
        value={String(year)}
        data={[next - 1, next, next + 1].map(String)}
        onChange={(chosen) => setYear(Number(chosen))}
      />
      <Button
        leftSection={<IconPlus size={15} />}
        loading={open.isPending}
        onClick={() => open.mutate({ year }, { onSuccess: ({ id }) => go(`/plan/${id}`) })}
      >
        {t('plan.list.open', { year })}
      </Button>
    </Group>
  ) : null;
  return (
    <PageFrame title={t('plan.title')} maxWidth={1100} actions={editions.length > 0 ? begin : null}>
      <ErrorNote error={plans.error ?? open.error} onRetry={() => void plans.refetch()} />
      <Paper className="sheet">
        {plans.data && editions.length === 0 ? (
          <EmptyState icon={IconBook2} sentence={t('plan.list.empty')} action={begin} />
        ) : (
          <Editions editions={editions} />
        )}
      </Paper>
    </PageFrame>
  );
}

function Editions({ editions }: { readonly editions: readonly PlanEdition[] }): ReactNode {
  const { t, instant } = useTexts();
  const link = useLink();
  const inForce = new Set<number>();
  const seen = new Set<number>();
  // Newest first: the first approved one of a year is in force.
  for (const { id, year, state } of editions)
    if (state === 'approved' && !seen.has(year)) {
      seen.add(year);
      inForce.add(id);
    }
  return (
    <Table aria-label={t('plan.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('plan.list.year')}</Table.Th>
          <Table.Th>{t('plan.list.edition')}</Table.Th>
          <Table.Th>{t('plan.list.state')}</Table.Th>
          <Table.Th>{t('plan.list.reason')}</Table.Th>
          <Table.Th>{t('plan.list.changed')}</Table.Th>
          <Table.Th>{t('plan.list.approved')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {editions.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Anchor fw={600} {...link(`/plan/${one.id}`)}>
                {t('plan.name', { year: one.year })}
              </Anchor>
            </Table.Td>
            <Table.Td>{t('plan.edition', { edition: one.edition })}</Table.Td>
            <Table.Td>
              <Group gap={4}>
                <Badge variant="light" color={stateColours[one.state]}>
                  {t(`plan.states.${one.state}`)}
                </Badge>
                {inForce.has(one.id) ? <Badge variant="outline">{t('plan.inForce')}</Badge> : null}
              </Group>
            </Table.Td>
            <Table.Td>{one.reason ?? t('plan.list.first')}</Table.Td>
            <Table.Td className="figures">{instant(one.updatedAt)}</Table.Td>
            <Table.Td className="figures">
              {one.approvedAt === null
                ? ''
                : t('plan.list.by', { name: one.approvedBy ?? '', at: instant(one.approvedAt) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
