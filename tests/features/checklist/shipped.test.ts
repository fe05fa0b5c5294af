import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  checklistDraft,
  contentProblems,
  itemsOf,
  pdiPurposes,
  repairClasses,
  repairPurposes,
} from '#shared/features/checklist/checklist.content.ts';
import { chooseChecklist } from '#shared/features/checklist/checklist.rules.ts';
import { shippedChecklists, shippedVersion } from '#shared/features/checklist/shipped/all.ts';
import type { ShippedChecklist } from '#shared/features/checklist/shipped/shipped-checklist.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { shipChecklists } from '#electron/features/checklist/checklist.shipped.ts';
import { readEdition } from '#electron/features/checklist/checklist.repository.ts';
import { verifyAudit } from '#electron/kernel/audit.ts';
import { openDatabase, type DeskDatabase } from '#electron/kernel/database.ts';
import { migrate } from '#electron/kernel/migrate.ts';
import { openTestCore, ownerWindow, tempFolder } from '#tests/support/core.ts';

const now = '2026-11-18T02:00:00.000Z';

describe('the check lists that come with the program', () => {
  it('have keys of their own, whole contents and every text in both languages', () => {
    expect(new Set(shippedChecklists.map(({ key }) => key)).size).toBe(shippedChecklists.length);
    for (const { key, name, nameEn, content } of shippedChecklists) {
      expect([checklistDraft.safeParse(content).error, contentProblems(content)], key).toEqual([
        undefined,
        [],
      ]);
      expect([name.length <= 80, nameEn.length > 3 && nameEn.length <= 120], key).toEqual([true, true]);
      for (const { title } of content.sections) expect(title.en, key).toBeTruthy();
      for (const { code, title, standard } of itemsOf(content)) {
        expect(title.en, `${key} ${code}`).toMatch(/^[^\p{Script=Han}]+$/u);
        if (standard) expect(standard.en, `${key} ${code}`).toMatch(/^[^\p{Script=Han}]+$/u);
      }
    }
  });

  it('mean the same thing by the same code, wherever it stands', () => {
    const types = new Map<string, string>();
    // A truck's paint is looked at in other places than a car's: titles are the same within a kind of vehicle.
    const titles = new Map<string, string>();
    for (const { key, content } of shippedChecklists)
      for (const { code, title, type } of itemsOf(content)) {
        expect(types.get(code) ?? type, `${key} ${code}`).toBe(type);
        types.set(code, type);
        const ofKind = `${content.vehicleKinds.join()} ${code}`;
        if (content.vehicleKinds.length === 0) continue;
        expect(titles.get(ofKind) ?? title.zh, `${key} ${code}`).toBe(title.zh);
        titles.set(ofKind, title.zh);
      }
  });

  it('serve every kind of vehicle and every repair class', () => {
    const lists = shippedChecklists.map((list, id) => ({ ...list, id }));
    for (const vehicleKind of vehicleKinds)
      for (const purpose of [...pdiPurposes, 'preparation', 'ceremony'] as const) {
        const found = chooseChecklist(lists, { purpose, vehicleKind, repairClass: null });
        expect(found?.key, `${purpose} ${vehicleKind}`).toContain(purpose);
      }
    for (const repairClass of repairClasses)
      for (const purpose of repairPurposes) {
        const found = chooseChecklist(lists, { purpose, vehicleKind: 'tractor', repairClass });
        expect(found?.content.repairClasses, `${purpose} ${repairClass}`).toContain(repairClass);
      }
  });

  it('say "please check" beside every limit that has no source', () => {
    for (const { key, content } of shippedChecklists)
      for (const item of itemsOf(content)) {
        if (item.type !== 'number' || (item.lowest === null && item.highest === null)) continue;
        const { zh, en } = item.standard ?? { zh: '', en: '' };
        const sourced = zh.includes('GB 7258-2017') || zh.endsWith('（请核对）');
        expect(sourced, `${key} ${item.code}: ${zh}`).toBe(true);
        expect(en?.endsWith('(please check)'), `${key} ${item.code}`).toBe(zh.endsWith('（请核对）'));
      }
  });

  it('let findings of an earlier check stand beside the same item of a later one', () => {
    const codes = (key: string): string[] =>
      itemsOf(shippedChecklists.find((list) => list.key === key)?.content ?? contentMissing(key)).map(
        ({ code }) => code,
      );
    for (const kind of ['car', 'heavy-truck', 'tractor', 'trailer']) {
      const departure = new Set(codes(`pdi.departure.${kind}`));
      const quality = codes(`pdi.quality.${kind}`).filter((code) => departure.has(code));
      expect(quality.length, kind).toBeGreaterThan(15);
    }
  });

  it('are the ones of this version: raise shippedVersion when a text changes', () => {
    const text = canonicalJson(shippedChecklists.map(({ key, content }) => ({ key, content })));
    const print = createHash('sha256').update(text).digest('hex').slice(0, 16);
    expect({ shippedVersion, print }).toMatchInlineSnapshot(`
      {
        "print": "9e72778d2355d39d",
        "shippedVersion": 1,
      }
    `);
  });
});

const contentMissing = (key: string): never => {
  throw new Error(`no list ${key}`);
};

/** A migrated store file, open. */
async function openStore(): Promise<DeskDatabase> {
  const path = join(tempFolder(), 'desk.db');
  await migrate(path);
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  return database;
}

const [first, second] = shippedChecklists as readonly [ShippedChecklist, ShippedChecklist];
/** The same list with one item less, as a later program might bring it. */
const improved = (list: ShippedChecklist): ShippedChecklist => ({
  ...list,
  content: { ...list.content, sections: list.content.sections.slice(1) },
});
const editions = (database: DeskDatabase): unknown[] =>
  database.raw.reader
    .prepare(
      `select shipped_key, edition, source, published_at is not null as published from checklist_edition
       join checklist on checklist.id = checklist_id order by checklist_edition.id`,
    )
    .raw()
    .all();

describe('a store that opens', () => {
  it('gets them once, published, searched, with one audit row', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, 'port');
    const lists = await client.checklist.overview({});
    expect(lists.length).toBe(shippedChecklists.length);
    expect(new Set(lists.map(({ state, currentEdition }) => `${state} ${currentEdition}`))).toEqual(
      new Set(['current 1']),
    );
    expect(lists.every(({ draft, shipped }) => draft === null && shipped)).toBe(true);
    expect((await client.search.find({ text: '牵引车' })).map(({ feature }) => feature)).toContain(
      'checklist',
    );
    const { rows } = await client.audit.list({});
    expect(rows.filter(({ call }) => call === 'checklist.ship').length).toBe(1);
    expect((await client.audit.verify({})).brokenAt).toBeNull();
    await shipChecklists(core.database, now);
    expect((await client.checklist.overview({})).length).toBe(shippedChecklists.length);
  });

  it('finds a changed text as a draft to review; the edition in force stays', async () => {
    const database = await openStore();
    await shipChecklists(database, now, { version: 1, lists: [first, second] });
    const rows = database.raw.reader.prepare('select count(*) from audit').pluck().get();
    await shipChecklists(database, now, { version: 1, lists: [improved(first), second] });
    expect(database.raw.reader.prepare('select count(*) from audit').pluck().get()).toBe(rows);
    await shipChecklists(database, now, { version: 2, lists: [improved(first), second] });
    expect(editions(database)).toEqual([
      [first.key, 1, 'shipped', 1],
      [second.key, 1, 'shipped', 1],
      [first.key, null, 'shipped', 0],
    ]);
    const id = database.raw.reader
      .prepare('select id from checklist where shipped_key = ?')
      .pluck()
      .get(first.key) as number;
    expect((await readEdition(database.reader, id, 1)).content).toEqual(first.content);
    expect(await verifyAudit(database.reader)).toMatchObject({ rows: 2, brokenAt: null });
    // Offered once: a store that threw the draft away is not asked again.
    database.raw.writer.exec('delete from checklist_edition where published_at is null');
    await shipChecklists(database, now, { version: 3, lists: [improved(first), second] });
    expect(editions(database).length).toBe(2);
  });

  it('keeps a draft of its own and is offered the new text when that is gone', async () => {
    const database = await openStore();
    await shipChecklists(database, now, { version: 1, lists: [first] });
    const own = `insert into checklist_edition (checklist_id, version, content, source, person_name, saved_at)
                 values (1, 4, '{"mine":1}', 'store', '王总', 'x')`;
    database.raw.writer.exec(own);
    await shipChecklists(database, now, { version: 2, lists: [improved(first)] });
    expect(editions(database)).toEqual([
      [first.key, 1, 'shipped', 1],
      [first.key, null, 'store', 0],
    ]);
    database.raw.writer.exec('delete from checklist_edition where published_at is null');
    await shipChecklists(database, now, { version: 2, lists: [improved(first)] });
    expect(editions(database)).toEqual([
      [first.key, 1, 'shipped', 1],
      [first.key, null, 'shipped', 0],
    ]);
  });

  it('is not offered new texts for a list that it retired', async () => {
    const database = await openStore();
    await shipChecklists(database, now, { version: 1, lists: [first] });
    database.raw.writer.exec("update checklist set state = 'retired'");
    await shipChecklists(database, now, { version: 2, lists: [improved(first)] });
    expect(editions(database)).toEqual([[first.key, 1, 'shipped', 1]]);
  });
});
