import { IconBuildingBank, IconCash, IconReceipt } from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 资金: receivables with their payments, cash. */
export const moneyPages: readonly Page[] = [
  ...recordPages('money', 'receivable', IconReceipt, 'receivable.read', {
    list: screen(
      () => import('../../features/receivable/receivable-list.screen.tsx'),
      'ReceivableListScreen',
    ),
    form: screen(
      () => import('../../features/receivable/receivable-form.screen.tsx'),
      'ReceivableFormScreen',
    ),
  }),
  ...recordPages('money', 'cash', IconCash, 'cash.read', {
    list: screen(() => import('../../features/cash/cash-list.screen.tsx'), 'CashListScreen'),
    form: screen(() => import('../../features/cash/cash-form.screen.tsx'), 'CashFormScreen'),
  }),
  ...recordPages(null, 'payment', IconReceipt, 'receivable.read', {
    list: screen(() => import('../../features/receivable/payment-list.screen.tsx'), 'PaymentListScreen'),
    form: screen(() => import('../../features/receivable/payment-list.screen.tsx'), 'PaymentScreen'),
  }),
  ...recordPages('money', 'cashBalance', IconBuildingBank, 'cash.read', {
    list: screen(() => import('../../features/cash/cash-balance-list.screen.tsx'), 'CashBalanceListScreen'),
    form: screen(() => import('../../features/cash/cash-balance-form.screen.tsx'), 'CashBalanceFormScreen'),
  }),
];
