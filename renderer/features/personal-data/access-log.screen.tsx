import { Alert, Anchor, Group, Paper, Select, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { AccessLine } from '#shared/features/personal-data/personal-data.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { pathOf } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useAuditWords } from '#renderer/features/audit/audit-words.ts';
import { usePeople } from '#renderer/features/session/session.queries.ts';
import { useHasPage } from '#renderer/hooks/use-has-page.ts';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAccessLog, type AccessAsked } from './personal-data.queries.ts';

const linesAPage = 50;
const everything: AccessAsked = { page: 1, personId: null, from: null, to: null };

/** 查看与导出记录: who looked at hidden values and took lists out, with the days on which that was much. */
export function AccessLogScreen(): ReactNode {
  const { t, day } = useTexts();
  const [asked, setAsked] = useState(everything);
  const { data, error, refetch } = useAccessLog(asked);
  const people = usePeople();
  const set = (part: Partial<AccessAsked>): void => setAsked({ ...asked, page: 1, ...part });
  const pages = Math.ceil((data?.total ?? 0) / linesAPage);
  return (
    <PageFrame title={t('personalData.logTitle')}>
      <Text c="dimmed">{t('personalData.logSentence')}</Text>
      <Group gap="xs" align="flex-end">
        <DayInput label={t('audit.from')} w={150} value={asked.from} onChange={(from) => set({ from })} />
        <DayInput label={t('audit.to')} w={150} value={asked.to} onChange={(to) => set({ to })} />
        <Select
          label={t('audit.person')}
          w={160}
          searchable
          clearable
          data={(people.data ?? []).map(({ id, label }) => ({ value: String(id), label }))}
          value={asked.personId === null ? null : String(asked.personId)}
          onChange={(value) => set({ personId: value === null ? null : Number(value) })}
        />
      </Group>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data && data.unusual.length > 0 ? (
        <Alert color="orange" role="status" title={t('personalData.unusual')}>
          {data.unusual.slice(0, 10).map(({ personName, day: on, reveals, exports, rows }) => (
            <Text key={`${personName} ${on}`} size="sm">
              {t('personalData.unusualLine', { person: personName, day: day(on), reveals, exports, rows })}
            </Text>
          ))}
        </Alert>
      ) : null}
      <Paper className="sheet" p={0}>
        {data?.total === 0 ? (
          <EmptyState sentence={t(asked === everything ? 'personalData.logEmpty' : 'personalData.logNone')} />
        ) : null}
        {data && data.total > 0 ? (
          <Table.ScrollContainer minWidth={720}>
            <Table verticalSpacing={5} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('audit.at')}</Table.Th>
                  <Table.Th>{t('audit.person')}</Table.Th>
                  <Table.Th>{t('personalData.logKind')}</Table.Th>
                  <Table.Th>{t('personalData.logWhat')}</Table.Th>
                  <Table.Th>{t('personalData.reason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.lines.map((line) => (
                  <Line key={line.seq} line={line} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        ) : null}
      </Paper>
      <PageNumbers mt="sm" page={asked.page} pages={pages} onPage={(page) => setAsked({ ...asked, page })} />
    </PageFrame>
  );
}

/** A name as it begins a line; those of features stand within sentences. */
const atStart = (name: string): string => name.slice(0, 1).toLocaleUpperCase('en') + name.slice(1);

function Line({ line }: { readonly line: AccessLine }): ReactNode {
  const { t, instant, field, record } = useTexts();
  const words = useAuditWords();
  const hasPage = useHasPage();
  const link = useLink();
  const { feature, recordId, rows } = line;
  const address = feature !== null && recordId !== null ? `${pathOf(feature)}/${recordId}` : '';
  const name =
    feature === null ? '' : line.kind === 'export' ? record(feature, 'many') : words.feature(feature);
  return (
    <Table.Tr>
      <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
        {instant(line.at)}
      </Table.Td>
      <Table.Td>{line.personName}</Table.Td>
      <Table.Td>{t(`personalData.logKinds.${line.kind}`)}</Table.Td>
      <Table.Td>
        {address !== '' && hasPage(address) ? (
          <Anchor size="sm" {...link(address)}>{`${atStart(name)} ${recordId}`}</Anchor>
        ) : (
          atStart(name)
        )}{' '}
        {line.field === null || feature === null ? '' : field(feature, line.field)}
        {rows === null ? '' : t('personalData.logRows', { count: rows })}
      </Table.Td>
      <Table.Td>{line.reason}</Table.Td>
    </Table.Tr>
  );
}
