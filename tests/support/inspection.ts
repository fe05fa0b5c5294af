// The tables that the rows go into.
import '#electron/features/checklist/checklist.table.ts';
import '#electron/features/department/department.table.ts';
import '#electron/features/inspection/inspection.table.ts';
import '#electron/features/person/person.table.ts';
import type { Core } from '#electron/core.ts';
import type { CheckPurpose, ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { itemsOf } from '#shared/features/checklist/checklist.content.ts';
import type { ItemAnswer } from '#shared/features/checklist/checklist.rules.ts';
import { stockFields } from '#shared/features/stock/stock.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Window } from './core.ts';
import { newValues } from './records.ts';

const base = { required: true, ngNote: false, ngPhoto: false };

/** A list with an item of each type, in two sections. */
export const smallList: ChecklistContent = {
  vehicleKinds: [],
  repairClasses: [],
  damageMap: true,
  sections: [
    {
      code: 'outside',
      title: { zh: '外观', en: 'Outside' },
      items: [
        {
          ...base,
          type: 'okNg',
          code: 'paint',
          title: { zh: '漆面', en: 'Paint' },
          mayNotApply: false,
          ngNote: true,
        },
        { ...base, type: 'okNg', code: 'lamps', title: { zh: '灯光' }, mayNotApply: true },
        {
          ...base,
          type: 'number',
          code: 'tyre.pressure',
          title: { zh: '胎压' },
          mayNotApply: true,
          unit: 'bar',
          lowest: 7500,
          highest: 8500,
        },
      ],
    },
    {
      code: 'papers',
      title: { zh: '资料', en: 'Papers' },
      items: [
        {
          ...base,
          type: 'choice',
          code: 'certificate',
          title: { zh: '合格证' },
          choices: [
            { value: 'here', title: { zh: '有' }, isNg: false },
            { value: 'missing', title: { zh: '缺' }, isNg: true },
          ],
        },
        { ...base, type: 'text', code: 'keys', title: { zh: '钥匙' }, required: false },
        { ...base, type: 'photo', code: 'whole', title: { zh: '整车照片' }, required: false },
      ],
    },
  ],
};

/** Puts a published list straight into the tables; gives its id. */
export async function publishList(
  core: Core,
  purpose: CheckPurpose,
  content: ChecklistContent = smallList,
  name = `检查表 ${purpose}`,
): Promise<number> {
  const at = core.clock.now();
  return core.database.write(async (writer) => {
    const { id } = await writer
      .insertInto('checklist')
      .values({
        createdAt: at,
        updatedAt: at,
        removedAt: null,
        name,
        purpose,
        state: 'current',
        currentEdition: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writer
      .insertInto('checklistEdition')
      .values({
        checklistId: id,
        edition: 1,
        version: 1,
        content: canonicalJson(content),
        source: 'store',
        personId: 1,
        personName: '王总',
        savedAt: at,
        hash: '0'.repeat(64),
        publishedAt: at,
        reason: '测试',
      })
      .execute();
    return id;
  });
}

/** Lists of the three PDI alone, whatever the program ships. */
export async function onlySmallLists(core: Core): Promise<void> {
  await core.database.write((writer) => writer.updateTable('checklist').set({ state: 'retired' }).execute());
  for (const purpose of ['arrival', 'departure', 'quality', 'self', 'peer', 'final'] as const)
    await publishList(core, purpose);
}

let vins = 0;
/** A valid VIN that no other test vehicle has. */
export const nextVin = (): string => `LZZ5CLVB0KA${String((vins += 1)).padStart(6, '0')}`;

export const newStock = (given: Partial<InputOf<typeof stockFields>> = {}): InputOf<typeof stockFields> =>
  newValues(stockFields, {
    vin: nextVin(),
    kind: 'tractor',
    model: 'T7H 牵引车',
    arrivedOn: '2026-11-10',
    place: 'A01',
    ...given,
  });

export const answerOf = (given: Partial<Omit<ItemAnswer, 'photos'>>): Omit<ItemAnswer, 'photos'> => ({
  result: null,
  number: null,
  choice: null,
  text: null,
  note: null,
  ...given,
});

const good = {
  okNg: answerOf({ result: 'ok' }),
  number: answerOf({ number: 8000 }),
  choice: answerOf({ choice: 'here' }),
  text: answerOf({ text: '两把' }),
  photo: null,
} as const;

/** Answers every item that is still open: all good but the named ones. */
export async function answerAll(
  { client }: Window,
  id: number,
  bad: Readonly<Record<string, Partial<Omit<ItemAnswer, 'photos'>>>> = {},
): Promise<void> {
  const view = await client.inspection.view({ id });
  const known = new Map(view.answers.map((answer) => [answer.item, answer]));
  for (const item of itemsOf(view.content)) {
    const answer = bad[item.code] ? answerOf(bad[item.code] ?? {}) : good[item.type];
    if (answer === null || (known.get(item.code)?.carriedFrom && !bad[item.code])) continue;
    await client.inspection.answer({
      id,
      item: item.code,
      version: known.get(item.code)?.version ?? 0,
      answer,
    });
  }
}

/** Carries out a whole check and signs it; gives its id. */
export async function carryOut(
  window: Window,
  password: string,
  start: { purpose: CheckPurpose; stockId?: number; repairId?: number },
  bad: Parameters<typeof answerAll>[2] = {},
  tasks: { ownerId: number; dueOn: string } | null = null,
): Promise<number> {
  const { id } = await window.client.inspection.start(start);
  await answerAll(window, id, bad);
  await window.client.inspection.finish({ id, secret: { password }, tasks });
  return id;
}

/** Checks of a stock vehicle as signed and passed today, straight in the table: for what is not about checks. */
export async function passPdi(
  core: Core,
  stockId: number,
  purposes: readonly CheckPurpose[] = ['arrival', 'departure', 'quality'],
): Promise<void> {
  const at = core.clock.now();
  const today = core.clock.today();
  await core.database.write(async (writer) => {
    for (const purpose of purposes)
      await writer
        .insertInto('inspection')
        .values({
          createdAt: at,
          updatedAt: at,
          removedAt: null,
          number: `${purpose}-${stockId}`,
          purpose,
          state: 'passed',
          stockId,
          checklistId: 1,
          edition: 1,
          round: 1,
          startedOn: today,
          startedById: 1,
          finishedOn: today,
          finishedAt: at,
          finishedById: 1,
          itemCount: 1,
          ngCount: 0,
        })
        .execute();
  });
}

/** A vehicle leaves as another system's file says it: past the gates that a form and a hand-over have. */
export async function leftByImport(core: Core, stockId: number, leftOn: string): Promise<void> {
  await core.database.write((writer) =>
    writer.updateTable('stock').set({ state: 'sold', leftOn }).where('id', '=', stockId).execute(),
  );
}

/** A team of the workshop: its leader, and a technician of it. */
export async function newTeam(
  { client }: Pick<Window, 'client'>,
  leaderId: number,
  technicianId: number,
): Promise<void> {
  const team = await client.department.create({
    values: { name: '机修一班', code: null, parentId: null, leaderId, note: null },
  });
  const { record } = await client.person.get({ id: technicianId });
  const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = record;
  await client.person.update({ id, version, values: { ...values, departmentId: team.id } });
}
