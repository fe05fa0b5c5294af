import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './list-pager.module.css';

/** Which rows of how many; the pages; how many rows a page has. */
export function ListPager(props: {
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
  readonly total: number;
  /** The keys of the list, in words; none where it has none. */
  readonly keys?: string;
  readonly onPage: (page: number) => void;
  readonly onPageSize: (pageSize: number) => void;
}): ReactNode {
  const { page, pages, pageSize, total, keys = '', onPage, onPageSize } = props;
  const { t } = useTexts();
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const shown = {
    from: numberShown(from, 0, true),
    to: numberShown(Math.min(page * pageSize, total), 0, true),
    total: numberShown(total, 0, true),
  };
  const buttons = [
    { to: 1, label: t('list.firstPage'), Shown: IconChevronsLeft, off: page <= 1 },
    { to: page - 1, label: t('list.previousPage'), Shown: IconChevronLeft, off: page <= 1 },
    { to: page + 1, label: t('list.nextPage'), Shown: IconChevronRight, off: page >= pages },
    { to: pages, label: t('list.lastPage'), Shown: IconChevronsRight, off: page >= pages },
  ];
  return (
    <div className={classes.foot}>
      <span aria-live="polite" data-testid="list-count">
        {t('common.countPage', shown)}
      </span>
      <span className={classes.keys}>{keys}</span>
      <Group gap={8} wrap="nowrap">
        <NativeSelect
          size="xs"
          aria-label={t('list.rowsPerPage')}
          value={String(pageSize)}
          data={['20', '50', '100', '200']}
          onChange={(event) => onPageSize(Number(event.currentTarget.value))}
        />
        <Group gap={0} wrap="nowrap">
          {buttons.slice(0, 2).map(({ to, label, Shown, off }) => (
            <ActionIcon key={label} color="gray" disabled={off} aria-label={label} onClick={() => onPage(to)}>
              <Shown size={16} />
            </ActionIcon>
          ))}
          <span>{t('list.page', { page, pages })}</span>
          {buttons.slice(2).map(({ to, label, Shown, off }) => (
            <ActionIcon key={label} color="gray" disabled={off} aria-label={label} onClick={() => onPage(to)}>
              <Shown size={16} />
            </ActionIcon>
          ))}
        </Group>
      </Group>
    </div>
  );
}
