import { describe, expect, it } from 'vitest';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { contentOf, numberItem, okNgItem } from '#tests/support/checklist.ts';
import { failure } from '#tests/support/refusal.ts';

const one = contentOf([okNgItem('a'), numberItem('tread', 3200, null)]);
const two = contentOf([okNgItem('a'), okNgItem('b'), numberItem('tread', 1600, null)]);

describe.each(carriers)('check lists over %s', (carrier) => {
  it('are drafted, published with a reason, drafted again and compared; old editions stay readable', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const inspector = await personWindow(core, carrier, owner, '老周', ['inspector']);
    const { id } = await inspector.client.checklist.create({
      name: '冷藏车入库',
      nameEn: null,
      purpose: 'arrival',
    });
    expect(await inspector.client.checklist.draft({ id })).toMatchObject({
      version: 1,
      source: 'store',
      personName: '老周',
      content: { sections: [] },
    });
    await inspector.client.checklist.saveDraft({ id, version: 1, content: one });
    // An inspector proposes, a manager publishes.
    expect(
      await failure(inspector.client.checklist.publish({ id, version: 2, reason: '首版' })),
    ).toMatchObject({
      code: 'forbidden',
    });
    const first = await owner.client.checklist.publish({ id, version: 2, reason: '首版' });
    expect(first).toMatchObject({ edition: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(await owner.client.checklist.draft({ id })).toBeNull();
    await inspector.client.checklist.saveDraft({ id, version: 0, content: two, fileName: '修改.xlsx' });
    expect(await owner.client.checklist.compare({ id, from: 1, to: 'draft' })).toMatchObject({
      items: [
        { kind: 'added', code: 'b' },
        { kind: 'changed', code: 'tread', changes: [{ fact: 'lowest', before: 3200, after: 1600 }] },
      ],
    });
    await owner.client.checklist.publish({ id, version: 1, reason: '挂车也用' });
    expect((await owner.client.checklist.edition({ id, edition: 1 })).content).toEqual(one);
    expect(await owner.client.checklist.edition({ id, edition: 2 })).toMatchObject({
      content: two,
      source: 'file',
      personName: '王总',
      reason: '挂车也用',
      publishedAt: '2026-11-18T02:00:00.000Z',
    });
    expect(await owner.client.checklist.editions({ id })).toMatchObject([
      { edition: 2, isCurrent: true, items: 3, difference: { added: 1, removed: 0, changed: 1 } },
      { edition: 1, isCurrent: false, items: 2, difference: null, reason: '首版' },
    ]);
    const published = await owner.client.checklist.published({ purpose: 'arrival' });
    expect(published.find((list) => list.id === id)).toMatchObject({ edition: 2, content: two });
    expect((await owner.client.checklist.history({ id })).map((line) => line.call)).toEqual([
      'checklist.publish',
      'checklist.saveDraft',
      'checklist.publish',
      'checklist.saveDraft',
      'checklist.create',
    ]);
  });

  it('tell stale edits, keep gaps in a draft and refuse to publish them', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const { id } = await client.checklist.create({ name: '表', nameEn: '', purpose: 'quality' });
    const gaps = contentOf([okNgItem('a', { title: { zh: '' } }), okNgItem('a')]);
    await client.checklist.saveDraft({ id, version: 1, content: gaps });
    expect(await failure(client.checklist.saveDraft({ id, version: 1, content: one }))).toEqual({
      code: 'conflict',
      feature: 'checklist',
      id,
      by: '王总',
      at: '2026-11-18T02:00:00.000Z',
    });
    expect(await failure(client.checklist.publish({ id, version: 1, reason: '首版' }))).toMatchObject({
      code: 'conflict',
    });
    expect(await failure(client.checklist.publish({ id, version: 2, reason: '首版' }))).toEqual({
      code: 'invalid-input',
      issues: [
        { field: 'content.sections.0.items.0.title.zh', issue: 'required' },
        { field: 'content.sections.0.items.1.code', issue: 'code-taken' },
      ],
    });
    expect((await client.checklist.draft({ id }))?.content).toEqual(gaps);
    expect(await failure(client.checklist.discardDraft({ id, version: 2 }))).toEqual({
      code: 'rule-violated',
      reason: 'checklist-unpublished',
    });
    await client.checklist.saveDraft({ id, version: 2, content: one });
    await client.checklist.publish({ id, version: 3, reason: '首版' });
    await client.checklist.saveDraft({ id, version: 0, content: one });
    expect(await failure(client.checklist.publish({ id, version: 1, reason: '再来' }))).toEqual({
      code: 'rule-violated',
      reason: 'checklist-unchanged',
    });
    await client.checklist.discardDraft({ id, version: 1 });
    expect(await failure(client.checklist.publish({ id, version: 1, reason: '再来' }))).toEqual({
      code: 'rule-violated',
      reason: 'checklist-no-draft',
    });
    expect(await failure(client.checklist.compare({ id, from: 1, to: 'draft' }))).toMatchObject({
      reason: 'checklist-no-draft',
    });
    expect(await failure(client.checklist.edition({ id, edition: 2 }))).toMatchObject({ code: 'not-found' });
  });

  it('are copied, renamed, retired and taken into use again', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const source = (await client.checklist.published({ purpose: 'ceremony' }))[0];
    const copyOf = source?.id ?? 0;
    const { id } = await client.checklist.create({
      name: '车队交车仪式',
      nameEn: 'Fleet ceremony',
      purpose: 'ceremony',
      copyOf,
    });
    expect((await client.checklist.draft({ id }))?.content).toEqual(source?.content);
    await client.checklist.rename({ id, version: 1, name: '车队交车', nameEn: null });
    expect(
      await failure(client.checklist.rename({ id, version: 1, name: '旧', nameEn: null })),
    ).toMatchObject({
      code: 'conflict',
    });
    expect(await client.search.find({ text: '车队交车' })).toMatchObject([{ feature: 'checklist', id }]);
    await client.checklist.retire({ id: copyOf, reason: '改用车队版' });
    expect(await client.checklist.published({ purpose: 'ceremony' })).toEqual([]);
    expect((await client.checklist.edition({ id: copyOf, edition: 1 })).content).toEqual(source?.content);
    expect(await failure(client.checklist.saveDraft({ id: copyOf, version: 0, content: one }))).toMatchObject(
      {
        reason: 'checklist-retired',
      },
    );
    expect(await failure(client.checklist.retire({ id: copyOf, reason: '再停' }))).toMatchObject({
      reason: 'checklist-retired',
    });
    await client.checklist.restore({ id: copyOf });
    expect(await failure(client.checklist.restore({ id: copyOf }))).toMatchObject({
      reason: 'checklist-not-retired',
    });
    expect((await client.checklist.published({ purpose: 'ceremony' })).map((list) => list.id)).toEqual([
      copyOf,
    ]);
    const line = (await client.checklist.overview({})).find((list) => list.id === id);
    expect(line).toMatchObject({
      name: '车队交车',
      nameEn: null,
      state: 'draft',
      currentEdition: null,
      shipped: false,
      items: 10,
      draft: { personName: '王总', source: 'store' },
    });
  });
});

it('the database itself refuses to change or remove a published edition', async () => {
  const core = await openTestCore();
  const { writer } = core.database.raw;
  const attempts = [
    "update checklist_edition set content = '{}' where edition = 1",
    'update checklist_edition set published_at = null where edition = 1',
    'delete from checklist_edition where edition = 1',
  ];
  for (const attempt of attempts) expect(() => writer.exec(attempt)).toThrow(/a published edition is never/u);
  // A draft may go.
  writer.exec(
    "insert into checklist_edition (checklist_id, version, content, source, person_name, saved_at) values (1, 1, '{}', 'store', 'x', 'x')",
  );
  expect(writer.prepare('delete from checklist_edition where published_at is null').run().changes).toBe(1);
});

describe.each(carriers)('files of check lists over %s', (carrier) => {
  it('go out of one list and into the draft of another, logged', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    const [source] = await owner.client.checklist.published({ purpose: 'ceremony' });
    const file = await auditor.client.checklist.exportFile({ id: source?.id ?? 0, edition: 1 });
    expect(file.name).toBe('交车仪式-1-2026-11-18.xlsx');
    const { id } = await owner.client.checklist.create({ name: '仪式', nameEn: null, purpose: 'ceremony' });
    expect(
      await failure(auditor.client.checklist.importFile({ id, file: await asFile(file) })),
    ).toMatchObject({
      code: 'forbidden',
    });
    const read = await owner.client.checklist.importFile({ id, file: await asFile(file) });
    expect(read).toEqual({ content: source?.content, items: 10, problems: [] });
    // Reading writes nothing.
    expect((await owner.client.checklist.draft({ id }))?.version).toBe(1);
    const { rows } = await owner.client.audit.list({});
    expect(
      rows.filter(({ call }) => call.endsWith('File')).map(({ call, personName }) => [call, personName]),
    ).toEqual([['checklist.exportFile', '审计']]);
  });
});

/** A file that was received as one that can be sent. */
const asFile = async (file: { name: string; arrayBuffer(): Promise<ArrayBuffer> }): Promise<File> =>
  new File([await file.arrayBuffer()], file.name);
