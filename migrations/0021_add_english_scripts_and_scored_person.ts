import { sql, type Kysely } from 'kysely';

/**
 * 话术 in English beside the Chinese, shipped texts for the shipped rules as long as nobody changed them. 回访评分: whom a score
 * after a delivery is about, and which standard action the customer meant, so that it counts beside spot checks.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `alter table follow_up_rule add column name_en text`,
    `alter table follow_up_rule add column script_en text`,
    `alter table follow_up add column about_id integer references person (id)`,
    `alter table follow_up add column standard_id integer references standard (id)`,
    `create index follow_up_about_id on follow_up (about_id, happened_on) where about_id is not null`,
    `create index follow_up_standard_id on follow_up (standard_id) where standard_id is not null`,
    `update follow_up set about_id = (select consultant_id from vehicle_order where vehicle_order.id = order_id)
      where score is not null and order_id is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  // The first version of a rule of the program: what a store made or changed keeps its words alone.
  for (const [name, nameEn, scriptEn] of texts)
    await sql`update follow_up_rule set name_en = ${nameEn}, script_en = ${scriptEn}
      where name = ${name} and version = 1 and created_at = '2026-01-01T00:00:00.000Z'`.execute(db);
}

/** Shipped name, its English, the script in English. */
const texts = [
  ['交车次日', 'Day after delivery', [
    'Good day, this is 〔me〕 of 〔store〕. Thank you, 〔customer〕, for choosing the 〔model〕.',
    '1. Did the drive home go well? Any warning lamp or unusual noise?',
    '2. Which of the things explained at the hand-over would you like to hear again?',
    '3. Are papers, tools and manuals complete?',
    '4. How do you rate the hand-over from 1 to 5, and what could be better?',
    'Call me at any time; we will call again in a week.',
  ].join('\n')],
  ['交车七日', 'Seven days after delivery', [
    'Good day, 〔customer〕, this is 〔me〕 of customer care at 〔store〕: how was the first week with the 〔model〕?',
    '1. How many kilometres so far? Are power, brakes and consumption as you expect?',
    '2. Is there anything to put right? (Yes: register it now, give its number and when we answer.)',
    '3. May we help with registration, insurance or the transport licence?',
    '4. Do you know when the first service is due, by kilometres and by date?',
    '5. How do you rate your sales consultant from 1 to 5?',
  ].join('\n')],
  ['交车满月', 'One month after delivery', [
    'Good day, 〔customer〕, this is 〔me〕 of customer care at 〔store〕. You have had the 〔model〕 for a month: may I ask how it is?',
    '1. How many kilometres so far? Is the first service near, shall I book it?',
    '2. Is there anything about the vehicle or our service that you are not content with?',
    '3. How do you rate us in all from 1 to 5? Would you recommend us to friends?',
  ].join('\n')],
  ['日常回访', 'Routine call', [
    'Good day, 〔customer〕, this is 〔me〕 of customer care at 〔store〕, calling about the 〔model〕.',
    '1. How is the vehicle, and how many kilometres has it run?',
    '2. Service, annual test, insurance, second-level maintenance: is any of them due that we may take care of?',
    '3. How do you rate our service from 1 to 5? What do you suggest?',
  ].join('\n')],
] as const; // prettier-ignore
