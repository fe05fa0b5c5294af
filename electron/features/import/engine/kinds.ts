import type { ImportKind } from '#shared/features/import/import.kinds.ts';
import { applyCalendar } from './kinds/calendar.kind.ts';
import { applyCash } from './kinds/cash.kind.ts';
import { applyContact, applyFollowUp } from './kinds/contact.kind.ts';
import { applyCustomerVehicle } from './kinds/customer-vehicle.kind.ts';
import { applyIndicatorEntry } from './kinds/indicator-entry.kind.ts';
import { applyLead } from './kinds/lead.kind.ts';
import { applyOrder } from './kinds/order.kind.ts';
import { applyPartner } from './kinds/partner.kind.ts';
import { applyPartnerCard } from './kinds/partner-card.kind.ts';
import { applyPerson } from './kinds/person.kind.ts';
import { applyPayment, applyReceivable } from './kinds/receivable.kind.ts';
import { applyChild, applyRepair } from './kinds/repair.kind.ts';
import { applyStock } from './kinds/stock.kind.ts';
import type { Apply } from './row-context.ts';

/** How each kind of row is applied. */
export const applyRow: Readonly<Record<ImportKind, Apply>> = {
  customerVehicle: applyCustomerVehicle,
  contact: applyContact,
  followUp: applyFollowUp,
  repair: applyRepair,
  repairLine: applyChild('repairLine', ['technicianId']),
  repairPart: applyChild('repairPart', []),
  stock: applyStock,
  order: applyOrder,
  lead: applyLead,
  receivable: applyReceivable,
  payment: applyPayment,
  cash: applyCash,
  person: applyPerson,
  calendar: applyCalendar,
  indicatorEntry: applyIndicatorEntry,
  partner: applyPartner,
  partnerCard: applyPartnerCard,
};
