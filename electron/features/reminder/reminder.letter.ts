import type { Fleet } from '#shared/features/reminder/reminder-views.ts';
import type { ReminderKind } from '#shared/features/reminder/reminder.fields.ts';
import { daysBetween, formatDay, type Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { reminderKindNames } from '#shared/text/record/reminder.text.ts';
import { createTexts } from '#shared/text/texts.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

/** What a letter to the owner names: duties of the vehicle; not that a customer stayed away or has a birthday. */
const letterKinds: readonly ReminderKind[] = [
  'annualTest',
  'compulsoryInsurance',
  'commercialInsurance',
  'secondMaintenance',
  'transportPermit',
  'technicalGrade',
  'firstService',
  'regularService',
  'warrantyEnd',
  'freeInspection',
  'repairWarrantyEnd',
  'purchaseTax',
];

/** Longest letter, in rows: some thirty pages. */
const mostRows = 1000;

/**
 * 车队到期通知 to one owner: a row for every thing that falls due up to a day; null where there is none. Error:
 * `reminder-fleet-too-long`.
 */
export function fleetLetter(
  fleet: Fleet,
  options: {
    readonly store: string;
    readonly auditCode: string;
    readonly personName: string;
    readonly language: Language;
    readonly today: Day;
    readonly until: Day;
    readonly now: string;
  },
): PrintDocument | null {
  const { store, auditCode, personName, language, today, until, now } = options;
  const { t } = createTexts(language);
  const shown = fleet.vehicles
    .map((vehicle) => ({
      ...vehicle,
      reminders: vehicle.reminders.filter(
        ({ kind, dueOn, state }) => letterKinds.includes(kind) && dueOn <= until && state !== 'over',
      ),
    }))
    .filter(({ reminders }) => reminders.length > 0);
  if (shown.length === 0) return null;
  const all = shown.flatMap(({ reminders }) => reminders);
  if (all.length > mostRows)
    throw ruleViolated('reminder-fleet-too-long', { count: all.length, maximum: mostRows });
  const overdue = all.filter(({ state }) => state === 'overdue').length;
  const rows = shown.flatMap(({ plate, model, reminders }): PrintRow[] =>
    reminders.map(({ kind, dueOn, earliestOn, state, basis }, index) => ({
      cells: [
        index === 0
          ? plate === null
            ? { text: t('reminder.fleet.noPlate'), tone: 'muted' }
            : { text: plate, tone: 'strong', mono: true }
          : '',
        index === 0 ? (model ?? '') : '',
        reminderKindNames[language][kind],
        {
          text: formatDay(dueOn, language),
          tone: state === 'overdue' ? 'warning' : 'normal',
          ...(state === 'overdue'
            ? { note: t('reminder.overdueDays', { count: daysBetween(dueOn, today) }) }
            : earliestOn && earliestOn > today
              ? { note: t('reminder.earliest', { day: formatDay(earliestOn, language) }) }
              : basis === 'estimated'
                ? { note: t('reminder.fleet.toConfirm') }
                : {}),
        },
        { text: '', mark: 'open' },
      ],
    })),
  );
  // What happened or is to come, a birthday say, is no matter of a letter.
  const campaigns = fleet.touches.filter(({ campaignId }) => campaignId !== null);
  return {
    ...paperFrame(language, now, { auditCode }),
    title: t('reminder.fleet.letterTitle'),
    header: { store },
    blocks: [
      {
        kind: 'paragraphs',
        texts: [
          t('reminder.fleet.salutation', { name: fleet.customerName }),
          t('reminder.fleet.opening', {
            count: shown.length,
            day: formatDay(until, language),
            things: all.length,
            overdue,
          }),
        ],
      },
      {
        kind: 'table',
        dense: true,
        columns: [
          { title: t('reminder.fleet.plate'), width: 'auto' },
          { title: t('reminder.fleet.model'), width: 1 },
          { title: t('reminder.fleet.what'), width: 'auto' },
          { title: t('reminder.fleet.dueOn'), width: 'auto' },
          { title: t('reminder.fleet.arranged'), width: 'auto' },
        ],
        rows,
      },
      {
        kind: 'paragraphs',
        texts: [
          ...campaigns.map(({ name, offer, until: last }) =>
            t('reminder.fleet.campaign', { name, offer, day: formatDay(last, language) }),
          ),
          t('reminder.fleet.closing'),
        ],
      },
      {
        kind: 'keyValues',
        columns: 2,
        items: [
          { name: t('reminder.fleet.contact'), value: personName },
          { name: t('reminder.fleet.date'), value: formatDay(today, language) },
        ],
      },
    ],
  };
}
