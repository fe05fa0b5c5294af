import { Button, Checkbox, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import type { HoldingRow } from '#shared/features/assignment/assignment.contract.ts';
import type { HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useHoldingRows } from './assignment.queries.ts';
import { stays, type optionsOf } from './hand-over-choice.ts';

const rowsAPage = 50;

type Picks = ReadonlyMap<number, number | null>;

/** 逐条选择: records of one kind go to somebody by ticks, or all that a filter finds. */
export function RowsDialog(props: {
  readonly personId: number;
  readonly kind: HoldingKind;
  readonly options: ReturnType<typeof optionsOf>;
  readonly picks: Picks;
  readonly onChange: (picks: Picks) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { personId, kind, options, picks, onChange, onClose } = props;
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const [words] = useDebouncedValue(search.trim(), 250);
  const [page, setPage] = useState(1);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [toId, setToId] = useState<string | null>(null);
  const { data, error, refetch } = useHoldingRows(personId, kind, words, page);
  const { total = 0, ids = [], rows = [] } = data ?? {};
  const pages = Math.ceil(total / rowsAPage);
  const concerned = ticked.size > 0 ? [...ticked] : ids;
  const place = (): void => {
    const next = new Map(picks);
    for (const id of concerned) next.set(id, toId === stays ? null : Number(toId));
    onChange(next);
    setTicked(new Set());
  };
  const tick = (of: readonly number[], on: boolean): void => {
    const next = new Set(ticked);
    for (const id of of) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  const whereOf = (id: number): string => {
    if (!picks.has(id)) return '';
    const to = picks.get(id);
    return to === null
      ? t('assignment.toStay')
      : (options.find(({ value }) => value === String(to))?.label ?? '');
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('assignment.singleOf', { kind: t(`assignment.kinds.${kind}`) })}
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <TextInput
            data-autofocus
            label={t('assignment.search')}
            flex={1}
            miw={180}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              setPage(1);
              setTicked(new Set());
            }}
          />
          <Select
            label={t(ticked.size > 0 ? 'assignment.assignChosen' : 'assignment.assignShown', {
              total: concerned.length,
            })}
            w={240}
            searchable
            data={[{ value: stays, label: t('assignment.toStay') }, ...options]}
            value={toId}
            onChange={setToId}
          />
          <Button disabled={toId === null || concerned.length === 0} onClick={place}>
            {t('assignment.place')}
          </Button>
        </Group>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        <Group justify="space-between" mih={28}>
          <Text size="sm">{t('assignment.found', { total })}</Text>
          {picks.size > 0 ? (
            <Group gap="xs">
              <Text size="sm">{t('assignment.picked', { count: picks.size })}</Text>
              <Button size="compact-sm" variant="subtle" onClick={() => onChange(new Map())}>
                {t('assignment.clearPicks')}
              </Button>
            </Group>
          ) : null}
        </Group>
        <RowTable rows={rows} ticked={ticked} onTick={tick} whereOf={whereOf} />
        <PageNumbers mt="sm" page={page} pages={pages} onPage={setPage} />
      </Stack>
    </Modal>
  );
}

function RowTable(props: {
  readonly rows: readonly HoldingRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (ids: readonly number[], on: boolean) => void;
  readonly whereOf: (id: number) => string;
}): ReactNode {
  const { rows, ticked, onTick, whereOf } = props;
  const { t, day } = useTexts();
  const say = (text: string): string => (isDay(text) ? day(text) : text);
  const withCustomer = rows.some(({ customerName }) => customerName !== null);
  const isAll = rows.length > 0 && rows.every(({ id }) => ticked.has(id));
  return (
    <Table verticalSpacing={3} layout="fixed" aria-label={t('assignment.single')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w={36}>
            <Checkbox
              size="xs"
              aria-label={t('assignment.chooseAll')}
              checked={isAll}
              onChange={(event) =>
                onTick(
                  rows.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
          </Table.Th>
          <Table.Th scope="col">{t('assignment.name')}</Table.Th>
          <Table.Th scope="col">{t('assignment.detail')}</Table.Th>
          {withCustomer ? <Table.Th scope="col">{t('assignment.customer')}</Table.Th> : null}
          <Table.Th scope="col">{t('assignment.where')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, title, detail, customerName }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Checkbox
                size="xs"
                aria-label={t('assignment.chooseRow', { name: title })}
                checked={ticked.has(id)}
                onChange={(event) => onTick([id], event.currentTarget.checked)}
              />
            </Table.Td>
            <Table.Td>{say(title)}</Table.Td>
            <Table.Td>{say(detail)}</Table.Td>
            {withCustomer ? <Table.Td>{customerName}</Table.Td> : null}
            <Table.Td>{whereOf(id)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
