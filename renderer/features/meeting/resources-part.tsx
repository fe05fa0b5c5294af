import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { CashSheet } from './cash-sheet.tsx';
import { PeopleSheet } from './people-sheet.tsx';
import { ReceivableSheet } from './receivable-sheet.tsx';
import { StockSheet } from './stock-sheet.tsx';
import type { Surface } from './surface.ts';
import classes from './meeting.module.css';

/** 现有资源匹配: vehicles against orders, people, receivables, cash. */
export function ResourcesPart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  return (
    <>
      <StockSheet surface={surface} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <ReceivableSheet surface={surface} />
        <div className={classes.stack}>
          <CashSheet surface={surface} />
          <PeopleSheet surface={surface} />
        </div>
      </SimpleGrid>
    </>
  );
}
