import { Alert, Anchor, Badge, Button, Group, Paper, Select, Table, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { AuditLine } from '#shared/features/audit/audit.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { pathOf } from '#renderer/components/record-list/record-feature.ts';
import { usePeople } from '#renderer/features/session/session.queries.ts';
import { useHasPage } from '#renderer/hooks/use-has-page.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAuditWords } from './audit-words.ts';
import { auditPageSize, useAudit, useVerifyAudit, type AuditFilters } from './audit.queries.ts';

const everything: AuditFilters = { page: 1, personId: null, call: '', feature: '', from: null, to: null };
/** Features whose records the trail names. */
const features = [
  'customer',
  'vehicle',
  'stock',
  'order',
  'lead',
  'repair',
  'receivable',
  'cash',
  'cashBalance',
  'goal',
  'event',
  'meeting',
  'action',
  'decision',
  'complaint',
  'import',
  'person',
  'post',
  'department',
];
const verbs = [
  'create',
  'update',
  'remove',
  'restore',
  'reveal',
  'signIn',
  'saveAccount',
  'confirm',
  'run',
  'undo',
];
const shownRecords = 3;

/** 操作记录: who did what, when, to which record. */
export function AuditScreen(): ReactNode {
  const { t } = useTexts();
  const words = useAuditWords();
  const [filters, setFilters] = useState(everything);
  const list = useAudit(filters);
  const people = usePeople();
  const set = (part: Partial<AuditFilters>): void => setFilters({ ...filters, page: 1, ...part });
  const { rows = [], total = 0 } = list.data ?? {};
  const pages = Math.ceil(total / auditPageSize);
  const first = (filters.page - 1) * auditPageSize;

  return (
    <PageFrame title={t('page.audit')} subtitle={t('audit.sentence')} actions={<Verify />}>
      <Group gap="xs" align="flex-end">
        <DayInput label={t('audit.from')} w={150} value={filters.from} onChange={(from) => set({ from })} />
        <DayInput label={t('audit.to')} w={150} value={filters.to} onChange={(to) => set({ to })} />
        <Select
          label={t('audit.person')}
          w={150}
          searchable
          clearable
          data={(people.data ?? []).map(({ id, label }) => ({ value: String(id), label }))}
          value={filters.personId === null ? null : String(filters.personId)}
          onChange={(value) => set({ personId: value === null ? null : Number(value) })}
        />
        <Select
          label={t('audit.call')}
          w={150}
          clearable
          data={verbs.map((verb) => ({ value: `.${verb}`, label: words.verb(verb) }))}
          value={filters.call === '' ? null : filters.call}
          onChange={(value) => set({ call: value ?? '' })}
        />
        <Select
          label={t('audit.feature')}
          w={150}
          clearable
          data={features.map((feature) => ({ value: feature, label: words.feature(feature) }))}
          value={filters.feature === '' ? null : filters.feature}
          onChange={(value) => set({ feature: value ?? '' })}
        />
      </Group>
      <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      <Paper className="sheet" p={0}>
        {list.data && rows.length === 0 ? (
          <EmptyState
            sentence={t('audit.none')}
            action={
              <Button variant="default" onClick={() => setFilters(everything)}>
                {t('list.clearFilters')}
              </Button>
            }
          />
        ) : (
          <Table.ScrollContainer minWidth={720}>
            <Table highlightOnHover verticalSpacing={5}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th ta="right">#</Table.Th>
                  <Table.Th>{t('audit.at')}</Table.Th>
                  <Table.Th>{t('audit.person')}</Table.Th>
                  <Table.Th>{t('audit.call')}</Table.Th>
                  <Table.Th>{t('audit.records')}</Table.Th>
                  <Table.Th>{t('audit.hash')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((line) => (
                  <Line key={line.seq} line={line} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Paper>
      {pages > 1 ? (
        <Group justify="space-between">
          <Text size="xs" c="dimmed" className="figures">
            {t('common.countPage', { from: first + 1, to: first + rows.length, total })}
          </Text>
          <PageNumbers
            page={filters.page}
            pages={pages}
            onPage={(page) => setFilters({ ...filters, page })}
          />
        </Group>
      ) : null}
    </PageFrame>
  );
}

function Line(props: { readonly line: AuditLine }): ReactNode {
  const { line } = props;
  const { t, instant } = useTexts();
  const words = useAuditWords();
  const hasPage = useHasPage();
  const failed = line.detail['failed'] === true;
  return (
    <Table.Tr>
      <Table.Td ta="right" className="figures">
        {line.seq}
      </Table.Td>
      <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
        {instant(line.at)}
      </Table.Td>
      <Table.Td>{line.personName === '' ? t('audit.program') : line.personName}</Table.Td>
      <Table.Td>
        {words.call(line.call)} {failed ? <Badge color="red">{t('job.states.failed')}</Badge> : null}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          {line.records.slice(0, shownRecords).map(({ feature, id }) => {
            const name = `${words.feature(feature)} ${id}`;
            return hasPage(`${pathOf(feature)}/${id}`) ? (
              <Anchor
                key={name}
                size="xs"
                renderRoot={(props) => <Link to={`${pathOf(feature)}/${id}`} {...props} />}
              >
                {name}
              </Anchor>
            ) : (
              <Text key={name} size="xs" component="span">
                {name}
              </Text>
            );
          })}
          {line.records.length > shownRecords ? (
            <Text size="xs" c="dimmed" component="span">
              {t('audit.moreRecords', { count: line.records.length })}
            </Text>
          ) : null}
        </Group>
      </Table.Td>
      <Table.Td className="code">{line.shortHash}</Table.Td>
    </Table.Tr>
  );
}

function Verify(): ReactNode {
  const { t } = useTexts();
  const verify = useVerifyAudit();
  const found = verify.data;
  const sound = found?.brokenAt === null;
  return (
    <>
      <div role="status">
        {found ? (
          <Alert
            p="xs"
            color={sound ? 'green' : 'red'}
            icon={sound ? <IconShieldCheck size={18} /> : <IconShieldX size={18} />}
          >
            {found.brokenAt === null
              ? t('audit.verified', { rows: found.rows, head: found.head.slice(0, 12) })
              : t('audit.broken', { seq: found.brokenAt })}
          </Alert>
        ) : null}
      </div>
      <ErrorNote error={verify.error} />
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('audit.verify')}
      </Button>
    </>
  );
}
