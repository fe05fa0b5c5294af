import { Table, Text, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { PlanBlock } from '#shared/features/plan/plan.content.ts';
import { runsOf } from '#shared/features/plan/plan-text.rules.ts';
import { BlockChart } from './block-chart.tsx';
import classes from './plan.module.css';

/** Words with their bold stretches. */
function RichText(props: { readonly text: string }): ReactNode {
  return runsOf(props.text).map(({ text, bold }, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- stretches have no other identity
    bold ? <strong key={index}>{text}</strong> : <Fragment key={index}>{text}</Fragment>,
  );
}

function Grid(props: { readonly block: Extract<PlanBlock, { kind: 'table' | 'chart' }> }): ReactNode {
  const { caption, columns, rows } = props.block;
  return (
    <Table className={classes.grid} aria-label={caption} my="xs">
      <Table.Thead>
        <Table.Tr>
          {columns.map((title, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- columns are known by their place
            <Table.Th key={index}>{title}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows are known by their place
          <Table.Tr key={at}>
            {row.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- cells are known by their place
              <Table.Td key={index}>
                <RichText text={cell} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function One(props: { readonly block: PlanBlock }): ReactNode {
  const { block } = props;
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={block.level === '1' ? 3 : 4} mt="sm" mb={4}>
          {block.text}
        </Title>
      );
    case 'paragraph':
      return block.text.split(/\n+/u).map((line) => (
        <p key={line}>
          <RichText text={line} />
        </p>
      ));
    case 'list': {
      const items = block.items.map((item) => (
        <li key={item}>
          <RichText text={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
    case 'chart':
      return (
        <>
          {block.caption === '' ? null : (
            <Text size="xs" fw={600} mt="xs">
              {block.caption}
            </Text>
          )}
          {block.kind === 'chart' ? <BlockChart block={block} /> : null}
          <Grid block={block} />
        </>
      );
  }
  return block satisfies never;
}

/** Written text as it reads. */
export function BlockView(props: { readonly blocks: readonly PlanBlock[] }): ReactNode {
  return (
    <div className={classes.text}>
      {props.blocks.map((block) => (
        <One key={block.key} block={block} />
      ))}
    </div>
  );
}
