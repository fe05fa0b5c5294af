import {
  IconArrowsJoin2,
  IconBellRinging,
  IconBuildingWarehouse,
  IconCreditCard,
  IconCalendarEvent,
  IconFileText,
  IconFilter,
  IconGift,
  IconKey,
  IconPhoneCall,
  IconNotebook,
  IconPhoneOutgoing,
  IconScale,
  IconSpeakerphone,
  IconTargetArrow,
  IconTruck,
  IconUsers,
} from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 销售: customers, follow-ups, leads, orders, stock. */
export const salesPages: readonly Page[] = [
  ...recordPages('sales', 'customer', IconUsers, 'customer.read', {
    list: screen(() => import('../../features/customer/customer-list.screen.tsx'), 'CustomerListScreen'),
    form: screen(() => import('../../features/customer/customer-form.screen.tsx'), 'CustomerFormScreen'),
  }),
  {
    path: '/membership/liability',
    name: 'membership.liabilityTitle',
    group: null,
    icon: IconScale,
    right: 'memberLiability.read',
    screen: screen(() => import('../../features/membership/liability.screen.tsx'), 'LiabilityScreen'),
    found: true,
  },
  {
    path: '/membership/design',
    name: 'membership.design.title',
    group: null,
    icon: IconCreditCard,
    right: 'membership.read',
    screen: screen(() => import('../../features/membership/design.screen.tsx'), 'DesignScreen'),
    found: true,
  },
  ...recordPages('sales', 'membership', IconCreditCard, 'membership.read', {
    list: screen(
      () => import('../../features/membership/membership-list.screen.tsx'),
      'MembershipListScreen',
    ),
    form: screen(() => import('../../features/membership/membership.screen.tsx'), 'MembershipScreen'),
  }),
  {
    path: '/customer/duplicates',
    name: 'customer.title',
    group: null,
    icon: IconArrowsJoin2,
    right: 'customer.remove',
    screen: screen(() => import('../../features/customer/duplicates.screen.tsx'), 'DuplicatesScreen'),
    found: true,
  },
  {
    path: '/campaign/touch',
    name: 'campaign.touch.title',
    group: null,
    icon: IconPhoneOutgoing,
    right: 'campaign.read',
    screen: screen(() => import('../../features/campaign/touch.screen.tsx'), 'TouchScreen'),
    found: true,
  },
  ...recordPages('sales', 'campaign', IconSpeakerphone, 'campaign.read', {
    list: screen(() => import('../../features/campaign/campaign-list.screen.tsx'), 'CampaignListScreen'),
    form: screen(() => import('../../features/campaign/campaign.screen.tsx'), 'CampaignScreen'),
  }),
  {
    path: '/reminder/call',
    name: 'reminder.call.title',
    group: 'sales',
    icon: IconBellRinging,
    right: 'reminder.read',
    screen: screen(() => import('../../features/reminder/call-list.screen.tsx'), 'CallListScreen'),
  },
  {
    path: '/follow-up/due',
    name: 'followUp.title',
    group: 'sales',
    icon: IconPhoneOutgoing,
    right: 'delivery.read',
    screen: screen(() => import('../../features/follow-up/due-follow-up.screen.tsx'), 'DueFollowUpScreen'),
  },
  {
    path: '/reminder/appointment',
    name: 'reminder.appointment.title',
    group: 'sales',
    icon: IconCalendarEvent,
    right: 'reminder.read',
    screen: screen(() => import('../../features/reminder/appointment.screen.tsx'), 'AppointmentScreen'),
  },
  {
    path: '/reminder/figure',
    name: 'reminder.figure.title',
    group: 'sales',
    icon: IconFilter,
    right: 'reminder.read',
    screen: screen(() => import('../../features/reminder/figure.screen.tsx'), 'FigureScreen'),
  },
  {
    path: '/reminder/fleet/$id',
    name: 'reminder.fleet.title',
    group: null,
    icon: IconTruck,
    right: 'vehicle.read',
    screen: screen(() => import('../../features/reminder/fleet.screen.tsx'), 'FleetScreen'),
  },
  ...recordPages(null, 'reminderCall', IconPhoneCall, 'reminder.read', {
    list: screen(() => import('../../features/reminder/reminder-records.screen.tsx'), 'CallRecordListScreen'),
    form: screen(() => import('../../features/reminder/reminder-records.screen.tsx'), 'CallRecordScreen'),
  }),
  ...recordPages(null, 'reminderAppointment', IconCalendarEvent, 'reminder.read', {
    list: screen(
      () => import('../../features/reminder/reminder-records.screen.tsx'),
      'AppointmentRecordListScreen',
    ),
    form: screen(
      () => import('../../features/reminder/reminder-records.screen.tsx'),
      'AppointmentRecordScreen',
    ),
  }),
  ...recordPages('sales', 'followUp', IconPhoneCall, 'customer.read', {
    list: screen(() => import('../../features/follow-up/follow-up-list.screen.tsx'), 'FollowUpListScreen'),
    form: screen(() => import('../../features/follow-up/follow-up-form.screen.tsx'), 'FollowUpFormScreen'),
  }),
  ...recordPages('sales', 'lead', IconTargetArrow, 'lead.read', {
    list: screen(() => import('../../features/lead/lead-list.screen.tsx'), 'LeadListScreen'),
    form: screen(() => import('../../features/lead/lead-form.screen.tsx'), 'LeadFormScreen'),
  }),
  ...recordPages('sales', 'order', IconFileText, 'order.read', {
    list: screen(() => import('../../features/order/order-list.screen.tsx'), 'OrderListScreen'),
    form: screen(() => import('../../features/order/order-form.screen.tsx'), 'OrderFormScreen'),
  }),
  ...recordPages('sales', 'stock', IconBuildingWarehouse, 'stock.read', {
    list: screen(() => import('../../features/stock/stock-list.screen.tsx'), 'StockListScreen'),
    form: screen(() => import('../../features/stock/stock-form.screen.tsx'), 'StockFormScreen'),
  }),
  ...recordPages('sales', 'delivery', IconKey, 'delivery.read', {
    list: screen(() => import('../../features/delivery/delivery-list.screen.tsx'), 'DeliveryListScreen'),
    form: screen(() => import('../../features/delivery/delivery.screen.tsx'), 'DeliveryScreen'),
  }),
  {
    path: '/delivery/$id/plan',
    name: 'record.delivery.one',
    group: null,
    icon: IconKey,
    right: 'delivery.write',
    screen: screen(() => import('../../features/delivery/delivery.screen.tsx'), 'DeliveryPlanScreen'),
  },
  ...recordPages(null, 'handOverSheet', IconNotebook, 'delivery.read', {
    list: screen(
      () => import('../../features/delivery/hand-over-records.screen.tsx'),
      'HandOverSheetListScreen',
    ),
    form: screen(() => import('../../features/delivery/hand-over-records.screen.tsx'), 'HandOverSheetScreen'),
  }),
  ...recordPages(null, 'handOverItem', IconGift, 'inspection.read', {
    list: screen(
      () => import('../../features/delivery/hand-over-records.screen.tsx'),
      'HandOverItemListScreen',
    ),
    form: screen(
      () => import('../../features/delivery/hand-over-records.screen.tsx'),
      'HandOverItemFormScreen',
    ),
  }),
];
