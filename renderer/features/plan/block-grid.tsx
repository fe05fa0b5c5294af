import { ActionIcon, Button, Group, SegmentedControl, Table, TextInput, Tooltip } from '@mantine/core';
import { IconColumnInsertRight, IconColumnRemove, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent, ReactNode } from 'react';
import type { PlanBlockOf } from '#shared/features/plan/plan.content.ts';
import { chartData } from '#shared/features/plan/plan-text.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BlockChart } from './block-chart.tsx';
import { moveInGrid, pastedCells } from './grid-keys.ts';
import classes from './plan.module.css';

type GridBlock = PlanBlockOf<'table'> | PlanBlockOf<'chart'>;

/** Rows with a pasted block put in at a cell; as wide as the grid is. */
function withBlock(
  rows: readonly string[][],
  cells: readonly string[][],
  at: number,
  from: number,
  width: number,
): string[][] {
  const next = rows.map((row) => [...row]);
  cells.forEach((line, offset) => {
    const row = (next[at + offset] ??= Array.from({ length: width }, () => ''));
    line.forEach((text, index) => {
      if (from + index < width) row[from + index] = text.trim().slice(0, 500);
    });
  });
  return next.slice(0, 80);
}

/** A table or a chart: its figures are typed in a grid of as many columns as are wanted; a chart draws them beside it. */
export function BlockGrid<Block extends GridBlock>(props: {
  readonly block: Block;
  readonly onChange: (block: Block) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { block, onChange, onLeave } = props;
  const { t } = useTexts();
  const { columns, rows } = block;
  const width = columns.length;
  const wrong = block.kind === 'chart' ? chartData(block).wrong : [];
  const put = (at: number, index: number, text: string): void =>
    onChange({
      ...block,
      rows: rows.map((row, number) =>
        number === at ? row.map((cell, place) => (place === index ? text : cell)) : row,
      ),
    });
  const paste = (event: ClipboardEvent, at: number, index: number): void => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    onChange({ ...block, rows: withBlock(rows, cells, at, index, width) });
  };
  const addColumn = (): void =>
    onChange({
      ...block,
      columns: [...columns, t('plan.blocks.newColumn', { column: width + 1 })],
      rows: rows.map((row) => [...row, '']),
    });
  const dropColumn = (): void =>
    onChange({ ...block, columns: columns.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) });
  return (
    <>
      <Group gap="xs" mb={4} wrap="wrap">
        <TextInput
          aria-label={t('plan.blocks.caption')}
          placeholder={t('plan.blocks.caption')}
          value={block.caption}
          maxLength={300}
          flex={1}
          miw={160}
          onChange={(event) => onChange({ ...block, caption: event.currentTarget.value })}
          onBlur={onLeave}
        />
        {block.kind === 'chart' ? (
          <>
            <TextInput
              aria-label={t('plan.blocks.unit')}
              placeholder={t('plan.blocks.unit')}
              value={block.unit}
              maxLength={20}
              w={90}
              onChange={(event) => onChange({ ...block, unit: event.currentTarget.value })}
              onBlur={onLeave}
            />
            <SegmentedControl
              aria-label={t('plan.blocks.look')}
              value={block.look}
              onChange={(look) => onChange({ ...block, look: look === 'line' ? 'line' : 'bar' })}
              data={(['bar', 'line'] as const).map((look) => ({
                value: look,
                label: t(`plan.blocks.looks.${look}`),
              }))}
            />
          </>
        ) : null}
      </Group>
      {block.kind === 'chart' ? <BlockChart block={block} /> : null}
      <div className={classes.gridFrame}>
        <Table
          className={classes.grid}
          aria-label={block.caption || t('plan.blocks.text')}
          onKeyDown={moveInGrid}
        >
          <Table.Thead>
            <Table.Tr>
              {columns.map((title, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns are known by their place
                <Table.Th key={index} miw={90}>
                  <TextInput
                    aria-label={t('plan.blocks.column', { column: index + 1 })}
                    value={title}
                    maxLength={300}
                    onChange={(event) =>
                      onChange({
                        ...block,
                        columns: columns.map((one, place) =>
                          place === index ? event.currentTarget.value : one,
                        ),
                      })
                    }
                    onBlur={onLeave}
                    classNames={{ input: classes.headingInput }}
                  />
                </Table.Th>
              ))}
              <Table.Th w={60}>
                <Group gap={2} wrap="nowrap">
                  <Tooltip label={t('plan.blocks.addColumn')}>
                    <ActionIcon
                      color="gray"
                      aria-label={t('plan.blocks.addColumn')}
                      disabled={width >= (block.kind === 'chart' ? 5 : 8)}
                      onClick={addColumn}
                    >
                      <IconColumnInsertRight size={15} />
                    </ActionIcon>
                  </Tooltip>
                  <Tooltip label={t('plan.blocks.removeColumn')}>
                    <ActionIcon
                      color="gray"
                      aria-label={t('plan.blocks.removeColumn')}
                      disabled={width <= (block.kind === 'chart' ? 2 : 1)}
                      onClick={dropColumn}
                    >
                      <IconColumnRemove size={15} />
                    </ActionIcon>
                  </Tooltip>
                </Group>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows are known by their place
              <Table.Tr key={at}>
                {columns.map((title, index) => {
                  const bad = wrong.find((one) => one.row === at && one.column === index);
                  return (
                    // oxlint-disable-next-line react/no-array-index-key -- cells are known by their place
                    <Table.Td
                      key={index}
                      data-row={at}
                      data-column={index}
                      onPaste={(event) => paste(event, at, index)}
                    >
                      <TextInput
                        aria-label={t('plan.blocks.cell', { row: at + 1, column: title })}
                        value={row[index] ?? ''}
                        maxLength={500}
                        error={
                          bad ? t('plan.blocks.wrongNumber', { row: at + 1, text: bad.text }) : undefined
                        }
                        onChange={(event) => put(at, index, event.currentTarget.value)}
                        onBlur={onLeave}
                        classNames={{ input: classes.wordsInput }}
                      />
                    </Table.Td>
                  );
                })}
                <Table.Td>
                  <ActionIcon
                    color="gray"
                    aria-label={t('plan.blocks.removeRow', { row: at + 1 })}
                    onClick={() => onChange({ ...block, rows: rows.filter((_, number) => number !== at) })}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} />}
        disabled={rows.length >= 80}
        onClick={() => onChange({ ...block, rows: [...rows, columns.map(() => '')] })}
      >
        {t('plan.blocks.addRow')}
      </Button>
    </>
  );
}
