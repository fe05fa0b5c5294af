import { sql } from 'kysely';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { filled } from '#shared/text/filled.ts';
import { membershipPageText } from '#shared/text/membership.text.ts';
import { textAt, createTexts } from '#shared/text/texts.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HeldGroup } from './personal-data.holding.ts';

type Row = {
  readonly number: string;
  readonly id: number;
  readonly kind: EntryKind;
  readonly onDay: Day;
  readonly saleFen: number;
  readonly points: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly units: number;
  readonly name: string | null;
  readonly note: string | null;
  readonly personName: string;
};

/** What a booking changed, in words; a change of nothing says so. */
function changesOf(row: Row, language: Language): string {
  const words = membershipPageText[language];
  const told = [
    row.saleFen === 0 ? null : filled(words.changeSale, { money: formatMoney(row.saleFen) }),
    row.points === 0 ? null : filled(words.changePoints, { points: row.points }),
    row.principalFen === 0 ? null : filled(words.changePrincipal, { money: formatMoney(row.principalFen) }),
    row.bonusFen === 0 ? null : filled(words.changeBonus, { money: formatMoney(row.bonusFen) }),
    row.units === 0 ? null : filled(words.changeUnits, { units: row.units }),
  ].filter((part) => part !== null);
  return told.length === 0 ? words.changeNone : told.join(' · ');
}

/** 会员流水 of a person, booking by booking; null where there is none. */
export async function readHeldLedger(
  reader: Reader,
  customerIds: readonly number[],
  language: Language,
): Promise<HeldGroup | null> {
  const { rows } = await sql<Row>`
    select membership.number, entry.id, entry.kind, entry.on_day, entry.sale_fen, entry.points, entry.principal_fen,
      entry.bonus_fen, entry.units, entry.note, person.name as person_name,
      (select group_concat(distinct lot.name) from membership_lot as lot where lot.entry_id = entry.id) as name
    from membership_entry as entry join membership on membership.id = entry.membership_id
    join person on person.id = entry.person_id
    where membership.customer_id in (select value from json_each(${JSON.stringify(customerIds)}))
    order by membership.id, entry.id`.execute(reader);
  if (rows.length === 0) return null;
  const words = membershipPageText[language];
  const texts = createTexts(language);
  const card = textAt(texts, 'record.membership.fields.number');
  const note = textAt(texts, 'personalData.note');
  return {
    feature: 'membershipEntry',
    title: `${textAt(texts, 'record.membership.one')} · ${words.entries}`,
    records: rows.map((row) => [
      { name: card, value: row.number },
      { name: filled(words.entryNumber, { id: row.id }), value: formatDay(row.onDay, language) },
      {
        name: words.kinds[row.kind],
        value: [row.name, changesOf(row, language)].filter(Boolean).join(' · '),
      },
      { name: textAt(texts, 'audit.person'), value: row.personName },
      ...(row.note === null || row.note === '' ? [] : [{ name: note, value: row.note }]),
    ]),
  };
}
