import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { tempFolder } from '#tests/support/core.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'electron/headless.ts');
const built = join(root, 'out/main/headless.js');
// The bundle starts three times faster; npm test builds it before the tests run.
const program = existsSync(built) ? built : source;

type Done = { readonly status: number; readonly out: string; readonly err: string };

/** Runs one command of the program without a window, as a scheduled task would: a process of its own, no standard input. */
function desk(
  data: string,
  args: readonly string[],
  options: { password?: string; input?: string } = {},
): Promise<Done> {
  return new Promise((resolve, reject) => {
    const { DESK_PASSWORD: _, ...clean } = process.env;
    const env = {
      ...clean,
      LANG: 'zh_CN.UTF-8',
      ...(options.password ? { DESK_PASSWORD: options.password } : {}),
    };
    const child = spawn(process.execPath, [program, ...args, '--data', data], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? -1, out, err }));
    child.stdin.end(options.input ?? '');
  });
}

const json = ({ out }: Done): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;
const password = 'Correct-Horse-9';

it(
  'goes from an empty folder through import, undo, export, backup, restore and verify',
  { timeout: 120_000 },
  async () => {
    const folder = tempFolder();
    const data = join(folder, 'data');
    expect(await desk(data, ['init', '--store', '测试店', '--owner', '王总'])).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('DESK_PASSWORD'),
    });
    const made = await desk(data, ['init', '--store', '测试店', '--owner', '王总', '--json'], { password });
    expect([made.status, json(made)['store']]).toEqual([0, '测试店']);
    expect(
      await desk(data, ['init', '--store', '又一家', '--owner', '李', '--json'], { password }),
    ).toMatchObject({ status: 1, err: expect.stringContaining('门店已经建立') });

    const file = join(folder, '客户.csv');
    writeFileSync(file, '客户名称,联系电话,车牌号\n张伟,13800001111,粤B12345\n坏行,1,\n');
    const dry = await desk(data, ['import', file, '--dry-run', '--json']);
    expect([dry.status, json(dry)]).toMatchObject([
      3,
      { read: 2, create: 1, update: 0, unchanged: 0, refused: 1 },
    ]);
    expect(json(dry)['problems']).toEqual([
      {
        file: '客户.csv',
        sheet: null,
        row: 3,
        column: '联系电话',
        value: '1',
        code: 'not-a-phone',
        message: expect.stringContaining('11 位'),
        warning: false,
      },
    ]);
    const done = await desk(data, ['import', file, '--as', 'customerVehicle', '--json']);
    const importId = (json(done)['files'] as { importId: number; refusedFile: string }[])[0];
    expect([done.status, importId?.importId, existsSync(importId?.refusedFile ?? '')]).toEqual([3, 1, true]);
    expect(json(await desk(data, ['import', file, '--json']))).toMatchObject({
      create: 0,
      unchanged: 1,
      refused: 1,
    });

    // More than goes unasked: refused whole and told with its numbers, until somebody says yes.
    const many = join(folder, '很多.csv');
    const rowsOf = (region: string): string[] =>
      Array.from({ length: 201 }, (_, at) => `客户${at},${13_900_000_000 + at},${region}`);
    const write = (region: string): void =>
      writeFileSync(many, ['客户名称,联系电话,地区', ...rowsOf(region), ''].join('\n'));
    write('深圳');
    expect((await desk(data, ['import', many, '--json'])).status).toBe(0);
    write('广州');
    const refused = await desk(data, ['import', many, '--json']);
    expect([refused.status, json(refused)]).toEqual([
      1,
      {
        error: { code: 'rule-violated', reason: 'import-large', params: { create: 0, update: 201 } },
      },
    ]);
    expect(refused.err).toMatch(/新建 0 条、修改 201 条记录.*--yes/u);
    expect(json(await desk(data, ['import', many, '--yes', '--json']))).toMatchObject({ update: 201 });

    const out = join(folder, '客户导出.csv');
    expect((await desk(data, ['export', 'customer', '--out', out])).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('张伟');

    const backup = await desk(data, ['backup', '--to', join(folder, 'usb'), '--json']);
    expect([backup.status, json(backup)['reason']]).toEqual([0, 'manual']);
    expect((await desk(data, ['undo-import', '1', '--json'])).out).toContain('"undone":2');
    const saved = readdirSync(join(folder, 'usb')).find((name) => name.endsWith('.db')) ?? '';
    expect((await desk(data, ['restore', join(folder, 'usb', saved), '--json'])).status).toBe(0);
    const list = await desk(data, ['call', 'customer.list', '--as', '王总', '--input', '-'], {
      password,
      input: '{"search":"张伟"}',
    });
    expect([list.status, json(list)['total']]).toEqual([0, 1]);
    const verdict = await desk(data, ['verify', '--json']);
    expect([verdict.status, json(verdict)]).toMatchObject([0, { ok: true, audit: { brokenAt: null } }]);
  },
);

it('makes any call with that person’s rights, and says typed errors', { timeout: 120_000 }, async () => {
  const data = join(tempFolder(), 'data');
  await desk(data, ['init', '--store', '店', '--owner', '王总'], { password });
  const wrong = await desk(data, ['call', 'customer.list', '--as', '王总', '--json'], {
    password: 'not-this-one',
  });
  expect([wrong.status, json(wrong)['error']]).toMatchObject([1, { code: 'invalid-input' }]);
  const person = await desk(data, ['call', 'person.create', '--json', '--input', '-'], {
    password,
    input: JSON.stringify({
      values: {
        name: '小张',
        code: null,
        departmentId: null,
        postId: null,
        phone: null,
        hiredOn: null,
        leftOn: null,
        note: null,
      },
    }),
  });
  const account = {
    personId: json(person)['id'],
    login: '小张',
    roles: ['technician'],
    password: 'Another-Horse-9',
  };
  expect(
    (
      await desk(data, ['call', 'session.saveAccount', '--input', '-'], {
        password,
        input: JSON.stringify(account),
      })
    ).status,
  ).toBe(0);
  const refused = await desk(data, ['call', 'cash.list', '--as', '小张', '--json'], {
    password: 'Another-Horse-9',
  });
  expect([refused.status, json(refused)['error'], refused.err]).toEqual([
    1,
    { code: 'forbidden', right: 'cash.read' },
    expect.stringContaining('权限'),
  ]);
  expect((await desk(data, ['call', 'session.state', '--json'])).out).toContain('"storeName":"店"');
  const calls = json(await desk(data, ['calls', '--json'])) as unknown as { name: string; roles: string[] }[];
  expect(calls.find((call) => call.name === 'order.list')?.roles).toContain('salesConsultant:own');
});

it('refuses what it does not know in one sentence and writes nothing', { timeout: 120_000 }, async () => {
  const data = join(tempFolder(), 'data');
  for (const args of [
    ['nonsense'],
    ['import'],
    ['import', '/none.csv'],
    ['export', 'customer', '--out', 'x.pdf'],
    ['undo-import', 'x'],
    ['report', 'daily'],
    ['init', '--colour', 'red'],
  ]) {
    const { status, out, err } = await desk(data, args, { password });
    expect([args.join(' '), status, out, err.trim().split('\n').length]).toEqual([args.join(' '), 1, '', 1]);
  }
});

it('tells a second program who holds the data folder', { timeout: 120_000 }, async () => {
  const data = join(tempFolder(), 'data');
  await desk(data, ['init', '--store', '店', '--owner', '王总'], { password });
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data]);
  try {
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
    );
    expect(line).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\/\n$/u);
    expect(await desk(data, ['verify'])).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/正由|正在/u),
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect((await desk(data, ['verify'])).status).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});

it('prints the weekly meeting and the wall of the sample store', { timeout: 120_000 }, async (context) => {
  context.skip(!existsSync(built), 'the program is not built (npm run build)');
  const folder = tempFolder();
  const data = join(folder, 'data');
  const sample = await desk(data, ['sample', '--customers', '60', '--years', '1', '--seed', '7', '--json']);
  expect([sample.status, typeof json(sample)['password']]).toEqual([0, 'string']);
  const out = join(folder, 'w.pdf');
  const report = await desk(data, ['report', 'weekly-meeting', '--week', '2026-W46', '--out', out, '--json']);
  expect([report.status, json(report)['meeting']]).toEqual([0, '2026-W46']);
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  const wall = await desk(data, [
    'report',
    'wall',
    '--year',
    '2026',
    '--out',
    join(folder, 'wall.pdf'),
    '--json',
  ]);
  expect([wall.status, json(wall)['year']]).toEqual([0, 2026]);
  expect(readFileSync(join(folder, 'wall.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const wrong = await desk(data, ['report', 'walls', '--out', out, '--json']);
  expect([wrong.status, JSON.stringify(json(wrong))]).toEqual([
    1,
    expect.stringContaining('weekly-meeting, wall'),
  ]);
});
