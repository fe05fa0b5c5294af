import { beforeAll, describe, expect, it } from 'vitest';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore, type Core } from '#electron/core.ts';
import { callTable } from '#electron/command-line/call-table.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { roles, rights, scopeOf } from '#shared/rpc/rights.ts';
import { testCost, testClock } from '#tests/support/core.ts';

/**
 * The rights matrix, cell by cell, through the door that both carriers use: a refused cell must answer `forbidden` before
 * anything else is looked at, an allowed one must get past it (whatever it then says of the empty input).
 */
let core: Core;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  core = await openCore({ dataFolder: folder, clock: testClock(), passwordCost: testCost });
  return async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

const cells = callTable().flatMap(({ name, kind, right }) =>
  roles.map((role) => ({ name, kind, right, role })),
);
const general = new Set(['open', 'signed-in', 'locked']);

describe('rights matrix', () => {
  it.each(cells)('$role $name', async ({ name, kind, right, role }) => {
    const actor = { personId: 1, name: '某人', roles: [role], language: 'zh-CN' as const, sessionKey: '' };
    // An input that no schema accepts: the handler never runs.
    const error = await core.call(name, { nothing: 'like this' }, { actor }).then(
      () => undefined,
      (thrown: unknown) => (thrown instanceof DeskError ? thrown.data.code : 'not ours'),
    );
    const allowed = general.has(right) || scopeOf([role], right as (typeof rights)[number]) !== undefined;
    expect(error, kind).toBe(allowed ? 'invalid-input' : 'forbidden');
  });

  it('gives an auditor no right to change anything', () => {
    const writing = rights.filter((right) => !/\.(?:read|export|use|log|see[A-Z]\w*)$/u.test(right));
    expect(writing.filter((right) => scopeOf(['auditor'], right))).toEqual([]);
  });

  it('joins the rights of several roles', () => {
    expect(scopeOf(['salesConsultant'], 'order.read')).toBe('own');
    expect(scopeOf(['salesConsultant', 'clerk'], 'order.read')).toBe('all');
    expect(scopeOf(['technician'], 'order.read')).toBeUndefined();
  });
});
