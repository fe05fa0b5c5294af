import type { ComputedSource } from '#shared/features/campaign/campaign-source.ts';
import { measureOf, reasonBitsAt, reasonsOf } from '#shared/features/portrait/portrait.rules.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { dayFromNumber, dayNumber, formatDay } from '#shared/kernel/day.ts';
import { reminderKindNames } from '#shared/text/record/reminder.text.ts';
import { createTexts } from '#shared/text/texts.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { ruleOn } from '../portrait/portrait.edition.ts';
import { chosenOf } from '../portrait/portrait.page.ts';
import { sightOf } from '../portrait/portrait.sight.ts';
import { indexOfCustomer, type Portraits } from '../portrait/portrait.store.ts';
import type { Reckoner } from '../reminder/reminder.reckoner.ts';
import { readExpiring } from './campaign.expiring.ts';
import type { Asking, ComputedList, ReadComputed } from './campaign.lists.ts';

type Parts = { readonly portraits: Portraits; readonly reckoner: Reckoner };
type Of<Feature extends ComputedSource['feature']> = Extract<ComputedSource, { feature: Feature }>['list'];

/** 客户分层: because of the segment and the signs of loss. */
async function ofSegments(
  { portraits }: Parts,
  reader: Reader | Writer,
  { actor, clock }: Asking,
  list: Of<'portrait'>,
): Promise<ComputedList> {
  const today = clock.today();
  const all = await portraits.all(reader, today);
  const { chosen } = chosenOf(all, { ...list, sort: 'name', descending: false }, sightOf(actor));
  const segmentOf = new Map(chosen.map(({ customerId, segment }) => [customerId, segment]));
  return {
    rows: chosen.map(({ customerId }) => ({ customerId, rows: 1 })),
    async whys(ids, language) {
      const { t } = createTexts(language);
      const base = await portraits.base(today);
      const measure = measureOf((await ruleOn(reader, today)).content, dayNumber(today));
      return new Map(
        ids.map((id) => {
          const reasons = reasonsOf(reasonBitsAt(base, indexOfCustomer(base, id), measure));
          const names = reasons.map((reason) => t(`portrait.reason.${reason}.name`));
          const segment = t(`portrait.segments.${segmentOf.get(id) ?? 'D'}`);
          return [id, [segment, ...names].join(t('portrait.listComma'))];
        }),
      );
    },
  };
}

/** 应联系名单: because of what falls due. */
async function ofCalls(
  { reckoner }: Parts,
  { clock }: Asking,
  { careId, kind }: Of<'reminder'>,
): Promise<ComputedList> {
  const { shown } = await reckoner.list({
    today: clock.today(),
    careId,
    kind: kind === null ? null : reminderKinds.indexOf(kind),
    page: 1,
    pageSize: Number.MAX_SAFE_INTEGER,
  });
  const entryOf = new Map(shown.map((entry) => [entry.customerId, entry]));
  return {
    rows: shown.map(({ customerId }) => ({ customerId, rows: 1 })),
    whys: async (ids, language) =>
      new Map(
        ids.map((id) => {
          // Of each kind the soonest, with its day: of a fleet there are many.
          const dueOf = new Map<number, number>();
          for (const one of entryOf.get(id)?.soonest ?? [])
            dueOf.set(one.kind, Math.min(one.due, dueOf.get(one.kind) ?? one.due));
          const told = [...dueOf].map(([of, due]) => {
            const name = reminderKindNames[language][reminderKinds[of] ?? 'annualTest'];
            return `${name} ${formatDay(dayFromNumber(due), language)}`;
          });
          return [id, told.join(' · ')];
        }),
      ),
  };
}

/** 会员到期清单: because of what ends first. */
async function ofExpiring(
  reader: Reader | Writer,
  asking: Asking,
  { days }: Of<'expiring'>,
): Promise<ComputedList> {
  const { lines } = await readExpiring(reader, asking, days);
  const byCustomer = Map.groupBy(lines, ({ customerId }) => customerId);
  return {
    rows: [...byCustomer].map(([customerId, mine]) => ({ customerId, rows: mine.length })),
    async whys(ids, language) {
      const { t } = createTexts(language);
      return new Map(
        ids.map((id) => {
          const first = byCustomer.get(id)?.[0];
          if (!first) return [id, ''];
          return [
            id,
            `${first.name ?? t(`membership.accounts.${first.account}`)} ${formatDay(first.expiresOn, language)}`,
          ];
        }),
      );
    },
  };
}

/** Customers of the lists that are reckoned: segments, calls, what members lose. */
export const computedLists =
  (parts: Parts): ReadComputed =>
  async (reader, asking, source) => {
    switch (source.feature) {
      case 'portrait':
        return ofSegments(parts, reader, asking, source.list);
      case 'reminder':
        return ofCalls(parts, asking, source.list);
      case 'expiring':
        return ofExpiring(reader, asking, source.list);
    }
  };
