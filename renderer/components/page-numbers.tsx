import { Pagination } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Numbers of the pages of a list, each one key away; nothing where all of it stands on one. */
export function PageNumbers(props: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const { page, pages, onPage } = props;
  const { t } = useTexts();
  if (pages <= 1) return null;
  return (
    <Pagination
      mt="sm"
      total={pages}
      value={Math.min(page, pages)}
      onChange={onPage}
      getControlProps={(control) => ({
        'aria-label': t(control === 'next' || control === 'last' ? 'common.next' : 'common.previous'),
      })}
    />
  );
}
