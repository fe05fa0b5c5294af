import { moneyPages } from './pages/money.pages.ts';
import type { Page } from './pages/page.ts';
import { partnerPages } from './pages/partner.pages.ts';
import { planPages } from './pages/plan.pages.ts';
import { qualityPages } from './pages/quality.pages.ts';
import { salesPages } from './pages/sales.pages.ts';
import { servicePages } from './pages/service.pages.ts';
import { storePages } from './pages/store.pages.ts';
import { workPages } from './pages/work.pages.ts';

/** All pages of the program; a feature adds its own to the file of its group. */
export const pages: readonly Page[] = [
  ...workPages,
  ...planPages,
  ...salesPages,
  ...partnerPages,
  ...servicePages,
  ...qualityPages,
  ...moneyPages,
  ...storePages,
];
