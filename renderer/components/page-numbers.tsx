import { Pagination, type PaginationProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Numbers of the pages of a list, each one key away; nothing where all of it stands on one. */
export function PageNumbers(
  props: {
    readonly page: number;
    readonly pages: number;
    readonly onPage: (page: number) => void;
  } & Pick<PaginationProps, 'size' | 'siblings' | 'mt' | 'aria-label'>,
): ReactNode {
  const { page, pages, onPage, ...look } = props;
  const { t } = useTexts();
  if (pages <= 1) return null;
  return (
    <Pagination
      total={pages}
      value={Math.min(page, pages)}
      onChange={onPage}
      getControlProps={(control) => ({
        'aria-label': t(control === 'next' || control === 'last' ? 'list.nextPage' : 'list.previousPage'),
      })}
      {...look}
    />
  );
}
