import { describe, expect, it } from 'vitest';
import { carriers, openTestCore, ownerWindow, password, personWindow } from '#tests/support/core.ts';
import { answerAll, carryOut, newStock, onlySmallLists } from '#tests/support/inspection.ts';

/** What somebody with the database file in hand might do, and what the check of the signature says of it. */
const tampering = [
  [`update inspection_answer set result = 'ok', note = null, verdict = 'ok' where item = 'paint'`, 'content'],
  [`update inspection_answer set note = '没有问题' where item = 'paint'`, 'content'],
  [`update inspection_answer set person_name = '别人' where item = 'lamps'`, 'content'],
  [`update inspection_answer set number = 8100 where item = 'tyre.pressure'`, 'content'],
  [`delete from inspection_answer where item = 'lamps'`, 'content'],
  [`update inspection_mark set x = 700`, 'content'],
  [`delete from inspection_mark`, 'content'],
  [`update inspection set state = 'passed' where id = 1`, 'content'],
  [`update inspection set odometer_km = 5 where id = 1`, 'content'],
  [`update inspection set vin = 'LZZ5CLVB0KA888888' where id = 1`, 'content'],
  [`update inspection_snapshot set content = replace(content, '"failed"', '"passed"')`, 'content'],
  [`update inspection_snapshot set content = 'x'`, 'content'],
  [`update checklist_edition set content = replace(content, '7500', '1500')`, 'content'],
  [`delete from inspection_snapshot`, 'content'],
  [`update signature set person_name = '别人'`, 'signature'],
  [`update signature set hash = replace(hash, substr(hash, 1, 1), 'z')`, 'signature'],
  [`delete from signature`, 'signature'],
  [
    `insert into signature (feature, record_id, person_id, person_name, meaning, signed_at, hash, template_version)
     select feature, record_id, person_id, '别人', 'approve', signed_at, hash, template_version from signature`,
    'signature',
  ],
  [`delete from audit_record where feature = 'inspection'`, 'audit'],
] as const;

describe.each(carriers)('signatures over %s', (carrier) => {
  it('are void as soon as anything behind them was changed, and valid otherwise', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await onlySmallLists(core);
    const inspector = await personWindow(core, carrier, owner, '质检', ['inspector']);
    const values = newStock();
    const { id: stockId } = await owner.client.stock.create({ values });
    const { client } = inspector;
    const { id } = await client.inspection.start({ purpose: 'arrival', stockId });
    await client.inspection.mark({ id, view: 'left', x: 10, y: 20, kind: 'dent', note: null });
    await client.inspection.describe({ id, odometerKm: 38, note: '雨天' });
    await answerAll(inspector, id, { paint: { result: 'ng', note: '划伤' } });
    const verdict = async () => (await client.inspection.view({ id })).verdict;
    expect(await verdict()).toEqual({ state: 'unsigned', problems: [] });
    const secret = { password };
    const tasks = { ownerId: 1, dueOn: '2026-11-18' };
    const { hash } = await client.inspection.finish({ id, secret, tasks });
    expect(await verdict()).toEqual({ state: 'valid', problems: [] });
    const view = await client.inspection.view({ id });
    expect(view.signatures).toMatchObject([{ hash, personName: '质检' }]);
    expect(view.auditCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/u);

    // What changes by right beside it does not touch the sheet.
    await owner.client.stock.update({ id: stockId, version: 1, values: { ...values, model: '改名' } });
    await carryOut(inspector, password, { purpose: 'arrival', stockId });
    expect(await client.inspection.view({ id })).toMatchObject({
      model: values.model,
      verdict: { state: 'valid' },
    });

    const { writer } = core.database.raw;
    const tables = [
      'inspection',
      'inspection_answer',
      'inspection_mark',
      'inspection_snapshot',
      'checklist_edition',
      'signature',
      'audit_record',
    ];
    writer.pragma('foreign_keys = off');
    writer.exec('drop trigger checklist_edition_unchanged; drop trigger checklist_edition_kept');
    for (const table of tables) writer.exec(`create temp table kept_${table} as select * from ${table}`);
    for (const [statement, problem] of tampering) {
      writer.exec(statement);
      const seen = await verdict();
      expect(seen, statement).toMatchObject({ state: 'void' });
      expect(seen.problems, statement).toContain(problem);
      for (const table of tables)
        writer.exec(`delete from ${table}; insert into ${table} select * from kept_${table}`);
    }
    expect(await verdict()).toEqual({ state: 'valid', problems: [] });
  });
});
