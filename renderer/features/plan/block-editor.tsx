import {
  ActionIcon,
  Box,
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconAlignLeft,
  IconArrowDown,
  IconArrowUp,
  IconChartBar,
  IconHeading,
  IconList,
  IconTable,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { PlanBlock } from '#shared/features/plan/plan.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { BlockGrid } from './block-grid.tsx';
import { BlockView } from './block-view.tsx';
import { RichInput } from './rich-input.tsx';
import { useFocusBlock } from './use-focus-block.ts';
import { newKey } from './use-plan-part.ts';
import classes from './plan.module.css';

const kinds = [
  'paragraph',
  'heading',
  'list',
  'table',
  'chart',
] as const satisfies readonly PlanBlock['kind'][];
const icons = {
  paragraph: IconAlignLeft,
  heading: IconHeading,
  list: IconList,
  table: IconTable,
  chart: IconChartBar,
} as const;
const addWords = {
  paragraph: 'plan.blocks.addParagraph',
  heading: 'plan.blocks.addHeading',
  list: 'plan.blocks.addList',
  table: 'plan.blocks.addTable',
  chart: 'plan.blocks.addChart',
} as const;

function emptyBlock(
  kind: PlanBlock['kind'],
  names: { readonly category: string; readonly column: (n: number) => string },
): PlanBlock {
  const key = newKey();
  const two = [
    ['', ''],
    ['', ''],
  ];
  switch (kind) {
    case 'paragraph':
      return { kind, key, text: '' };
    case 'heading':
      return { kind, key, level: '1', text: '' };
    case 'list':
      return { kind, key, ordered: false, items: [] };
    case 'table':
      return { kind, key, caption: '', columns: [names.column(1), names.column(2)], rows: two };
    case 'chart':
      return {
        kind,
        key,
        caption: '',
        unit: '',
        look: 'bar',
        columns: [names.category, names.column(2)],
        rows: two,
      };
  }
  return kind satisfies never;
}

/** Text of which nothing is left: Backspace takes its block away. */
const isEmpty = (block: PlanBlock | undefined): boolean =>
  block?.kind === 'list'
    ? block.items.length === 0
    : block !== undefined && 'text' in block && block.text === '';

type Editing = {
  readonly blocks: readonly PlanBlock[];
  readonly editable: boolean;
  readonly onChange: (blocks: PlanBlock[]) => void;
  readonly onLeave: () => void;
};

/** 正文: paragraphs, headings, lists, tables and charts, one below the other; Ctrl+B is bold, Alt with arrows moves a block. */
export function BlockEditor(props: Editing): ReactNode {
  const { blocks, editable, onChange, onLeave } = props;
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const focusBlock = useFocusBlock(frame);
  if (!editable) return <BlockView blocks={blocks} />;
  const add = (kind: PlanBlock['kind'], after = blocks.length - 1): void => {
    const names = {
      category: t('plan.blocks.category'),
      column: (column: number) => t('plan.blocks.newColumn', { column }),
    };
    const block = emptyBlock(kind, names);
    onChange([...blocks.slice(0, after + 1), block, ...blocks.slice(after + 1)]);
    focusBlock(block);
  };
  const move = (at: number, step: number): void => {
    const next = [...blocks];
    const [block] = next.splice(at, 1);
    if (!block || at + step < 0 || at + step > next.length) return;
    next.splice(at + step, 0, block);
    onChange(next);
  };
  const remove = (at: number): void => {
    onChange(blocks.filter((_, index) => index !== at));
    focusBlock(blocks[at === 0 ? 1 : at - 1]);
  };
  const put = (at: number, block: PlanBlock): void =>
    onChange(blocks.map((one, index) => (index === at ? block : one)));
  const onKeys = (event: KeyboardEvent, at: number): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      move(at, step);
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      add('paragraph', at);
    } else if (event.key === 'Backspace' && isEmpty(blocks[at])) {
      event.preventDefault();
      remove(at);
    }
  };
  return (
    <section aria-label={t('plan.blocks.text')} ref={frame} tabIndex={-1} className={classes.written}>
      <Title order={2} size="h4" mb={4}>
        {t('plan.blocks.text')}
      </Title>
      {blocks.map((block, at) => (
        <Box
          key={block.key}
          role="group"
          aria-label={t(`plan.blocks.kinds.${block.kind}`)}
          className={classes.block}
          data-block={block.key}
          onKeyDown={(event) => onKeys(event, at)}
        >
          <div className={classes.blockTools}>
            {block.kind === 'heading' ? (
              <SegmentedControl
                size="xs"
                aria-label={t('plan.blocks.level')}
                value={block.level}
                onChange={(level) => put(at, { ...block, level: level === '2' ? '2' : '1' })}
                data={(['1', '2'] as const).map((level) => ({
                  value: level,
                  label: t(`plan.blocks.levels.${level}`),
                }))}
              />
            ) : null}
            {block.kind === 'list' ? (
              <Checkbox
                size="sm"
                label={t('plan.blocks.ordered')}
                checked={block.ordered}
                onChange={(event) => put(at, { ...block, ordered: event.currentTarget.checked })}
              />
            ) : null}
            <BlockTool label={t('plan.blocks.up')} disabled={at === 0} onClick={() => move(at, -1)}>
              <IconArrowUp size={14} />
            </BlockTool>
            <BlockTool
              label={t('plan.blocks.down')}
              disabled={at === blocks.length - 1}
              onClick={() => move(at, 1)}
            >
              <IconArrowDown size={14} />
            </BlockTool>
            <BlockTool
              label={t('plan.blocks.remove', { kind: t(`plan.blocks.kinds.${block.kind}`) })}
              onClick={() => remove(at)}
            >
              <IconTrash size={14} />
            </BlockTool>
          </div>
          <OneBlock block={block} onChange={(changed) => put(at, changed)} onLeave={onLeave} />
        </Box>
      ))}
      <Group gap={4} role="group" aria-label={t('plan.blocks.text')}>
        {kinds.map((kind) => {
          const Shown = icons[kind];
          return (
            <Button
              key={kind}
              variant="default"
              size="compact-xs"
              leftSection={<Shown size={14} />}
              disabled={blocks.length >= 80}
              onClick={() => add(kind)}
            >
              {t(addWords[kind])}
            </Button>
          );
        })}
      </Group>
    </section>
  );
}

function BlockTool(props: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { label, disabled = false, onClick, children } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function OneBlock(props: {
  readonly block: PlanBlock;
  readonly onChange: (block: PlanBlock) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { block, onChange, onLeave } = props;
  const { t } = useTexts();
  switch (block.kind) {
    case 'heading':
      return (
        <TextInput
          aria-label={t('plan.blocks.headingHint')}
          placeholder={t('plan.blocks.headingHint')}
          value={block.text}
          maxLength={300}
          onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
          onBlur={onLeave}
          classNames={{ input: classes.headingInput }}
        />
      );
    case 'paragraph':
      return (
        <RichInput
          label={t('plan.blocks.addParagraph')}
          placeholder={t('plan.blocks.paragraphHint')}
          value={block.text}
          maxLength={4000}
          onChange={(text) => onChange({ ...block, text })}
          onLeave={onLeave}
        />
      );
    case 'list':
      return (
        <RichInput
          label={t('plan.blocks.addList')}
          placeholder={t('plan.blocks.listHint')}
          value={block.items.join('\n')}
          maxLength={20_000}
          onChange={(text) => onChange({ ...block, items: itemsOf(text) })}
          onLeave={onLeave}
        />
      );
    case 'table':
    case 'chart':
      return <BlockGrid block={block} onChange={onChange} onLeave={onLeave} />;
  }
  return block satisfies never;
}

/** Lines as items; an empty text has none. */
const itemsOf = (text: string): string[] =>
  text === ''
    ? []
    : text
        .split('\n')
        .slice(0, 60)
        .map((item) => item.slice(0, 1000));
