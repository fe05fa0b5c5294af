import {
  IconBuildingStore,
  IconCategory,
  IconChartBar,
  IconFileDescription,
  IconFileImport,
  IconGift,
  IconId,
  IconPackage,
  IconReceipt2,
} from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

const lists = () => import('../../features/partner/partner-lists.screen.tsx');
const settlement = () => import('../../features/partner/settlement.screen.tsx');

/** 合作卡: partners with their agreements, cards, settlements. */
export const partnerPages: readonly Page[] = [
  {
    path: '/partner-card/issue',
    name: 'partner.issue.title',
    group: null,
    icon: IconGift,
    right: 'partner.issue',
    screen: screen(() => import('../../features/partner/issue.screen.tsx'), 'IssueScreen'),
    found: true,
  },
  {
    path: '/partner-card/list',
    name: 'partner.list.title',
    group: null,
    icon: IconFileImport,
    right: 'partner.issue',
    screen: screen(() => import('../../features/partner/list-import.screen.tsx'), 'ListImportScreen'),
    found: true,
  },
  {
    path: '/partner-card/stock',
    name: 'partner.stock.title',
    group: null,
    icon: IconPackage,
    right: 'partner.read',
    screen: screen(() => import('../../features/partner/stock.screen.tsx'), 'StockScreen'),
    found: true,
  },
  {
    path: '/partner-card/figure',
    name: 'partner.figure.title',
    group: null,
    icon: IconChartBar,
    right: 'partnerSettlement.read',
    screen: screen(() => import('../../features/partner/figure.screen.tsx'), 'FigureScreen'),
    found: true,
  },
  ...recordPages('sales', 'partnerCard', IconId, 'partner.read', {
    list: screen(() => import('../../features/partner/card-list.screen.tsx'), 'PartnerCardListScreen'),
    form: screen(() => import('../../features/partner/card.screen.tsx'), 'PartnerCardScreen'),
  }),
  ...recordPages('sales', 'partner', IconBuildingStore, 'partner.read', {
    list: screen(lists, 'PartnerListScreen'),
    form: screen(() => import('../../features/partner/partner-form.screen.tsx'), 'PartnerFormScreen'),
  }),
  ...recordPages(null, 'partnerAgreement', IconFileDescription, 'partner.read', {
    list: screen(lists, 'PartnerAgreementListScreen'),
    form: screen(() => import('../../features/partner/agreement-form.screen.tsx'), 'AgreementFormScreen'),
  }),
  ...recordPages(null, 'partnerKind', IconCategory, 'partner.read', {
    list: screen(lists, 'PartnerKindListScreen'),
    form: screen(lists, 'PartnerKindFormScreen'),
  }),
  ...recordPages('money', 'partnerSettlement', IconReceipt2, 'partnerSettlement.read', {
    list: screen(() => import('../../features/partner/settlement-list.screen.tsx'), 'SettlementListScreen'),
    form: screen(settlement, 'SettlementScreen'),
  }),
  {
    path: '/partner-settlement/$id/$month',
    name: 'record.partnerSettlement.one',
    group: null,
    icon: IconReceipt2,
    right: 'partnerSettlement.read',
    screen: screen(settlement, 'PartnerMonthScreen'),
  },
];
