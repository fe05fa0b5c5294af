import { expect, it } from 'vitest';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { csvFile, importFile } from '#tests/support/import.ts';
import { jobEnd } from '#tests/support/jobs.ts';
import { newAgreement } from '#tests/support/partner.ts';

it('lists are sorted and exported by the names of the person’s language; a row without an English name keeps its own', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const { client } = owner;
  await newAgreement(owner);
  await client.partnerKind.create({ values: { name: '阿姨家', nameEn: null, note: null } });
  const sort = [{ field: 'name', descending: false }];
  const kinds = async () => (await client.partnerKind.list({ pageSize: 100, sort })).rows;
  const exported = async (feature: string, columns: string[], list: object): Promise<string[]> => {
    const { jobId } = await client.export.start({ feature, list, columns, format: 'csv' });
    await jobEnd(owner, jobId);
    const text = await (await client.job.file({ id: jobId })).arrayBuffer();
    const [, ...lines] = new TextDecoder().decode(text).split('\r\n');
    return lines.filter((line) => line !== '');
  };
  const inOrder = (names: readonly string[]): string[] => names.toSorted((a, b) => (a < b ? -1 : 1));

  const chinese = (await kinds()).map(({ name }) => name);
  expect(chinese).toEqual(inOrder(chinese));
  expect(await exported('partnerKind', ['name'], { sort })).toEqual(chinese);

  await client.session.setLanguage({ language: 'en' });
  const rows = await kinds();
  const english = rows.map(({ name, nameEn }) => nameEn || name);
  expect(english).toEqual(inOrder(english));
  expect(rows.map(({ name }) => name)).not.toEqual(chinese);
  expect(english).toContain('阿姨家');
  expect(await exported('partnerKind', ['name', 'nameEn'], { sort })).toEqual(
    rows.map(({ name, nameEn }) => `${nameEn || name},${nameEn ?? ''}`),
  );
  // Either name finds it.
  const [one] = rows.filter(({ nameEn }) => nameEn !== null);
  for (const value of [one?.name ?? '', one?.nameEn ?? '']) {
    const filters = [{ field: 'name', operator: 'contains' as const, value }];
    expect((await client.partnerKind.list({ filters })).rows.map(({ id }) => id)).toContain(one?.id);
  }
  // A file says the name that another list refers to in the person’s language too.
  const { rows: partners } = await client.partner.list({});
  const kind = rows.find(({ id }) => id === partners[0]?.kindId);
  expect(kind?.nameEn).toBeTruthy();
  expect(await exported('partner', ['kindId'], {})).toContain(kind?.nameEn);
  // And comes back as the same one.
  const file = csvFile('partners.csv', '商户名称,商户类别', `新站,${kind?.nameEn}`);
  expect(await importFile(owner, file)).toMatchObject({ kind: 'partner', counts: [1, 0, 0, 0] });
  expect(await kinds()).toEqual(rows);
});
