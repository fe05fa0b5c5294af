import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#shared/rpc/rights.ts';
import { carriers, openTestCore, personWindow } from '#tests/support/core.ts';
import { payStore, sellerPay, wish } from '#tests/support/income.ts';

const month = '2026-10';
const december = { fromMonth: '2026-12', toMonth: '2026-12' };

/** `seen`, or the code of the refusal. */
const told = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'seen',
    (error: { data?: { code?: string } }) => error.data?.code ?? 'other',
  );

describe.each(carriers)('who sees pay, over %s', (carrier) => {
  it('is the person, the manager of the department and the owner: every other role, call by call', async () => {
    const core = await openTestCore();
    const { owner, manager, other, consultant, payId, postId } = await payStore(core, carrier);
    const { personId } = consultant;
    const asked = { personId, ...december, what: wish };
    const { id } = await consultant.client.income.propose({ ...asked, words: null });
    const windows = new Map<string, typeof consultant>([
      ['owner', owner as typeof consultant],
      ['leads the department', manager],
      ['leads another', other],
      ['self', consultant],
    ]);
    const rest = roles.filter((role): role is Exclude<Role, 'owner'> => role !== 'owner');
    for (const role of rest) windows.set(role, await personWindow(core, carrier, owner, `某${role}`, [role]));
    const cells: Record<string, string[]> = {};
    for (const [who, { client }] of windows)
      cells[who] = await Promise.all([
        told(client.income.basis({ personId })),
        told(client.income.actual({ personId, month })),
        told(client.income.list({ personId })),
        told(client.income.print({ ...asked, format: 'pdf' })),
        told(client.income.decline({ id, version: 9, reason: '试' })),
        client.pay.list({}).then(
          (rules) => String(rules.length),
          () => 'forbidden',
        ),
        client.income.cost({}).then(
          (costs) => String(costs.length),
          () => 'forbidden',
        ),
        told(
          client.pay.save({
            id: payId,
            postId,
            fromMonth: '2026-01',
            toMonth: null,
            content: sellerPay,
            note: null,
          }),
        ),
      ]);
    const none = Array.from({ length: 5 }, () => 'forbidden');
    // A print needs the engine, which these tests do without; a decline of another version is a conflict, not a refusal.
    expect(cells).toEqual({
      owner: ['seen', 'seen', 'seen', expect.not.stringMatching('forbidden'), 'conflict', '1', '1', 'seen'],
      'leads the department': [
        'seen',
        'seen',
        'seen',
        expect.not.stringMatching('forbidden'),
        'conflict',
        '1',
        '1',
        'forbidden',
      ],
      self: ['seen', 'seen', 'seen', expect.not.stringMatching('forbidden'), ...none.slice(0, 4)],
      'leads another': [...none.slice(0, 4), expect.any(String), '0', '0', 'forbidden'],
      ...Object.fromEntries(
        rest.map((role) => [
          role,
          [
            ...none.slice(0, 4),
            expect.any(String),
            ...(role === 'manager' ? ['0', '0'] : ['forbidden', 'forbidden']),
            'forbidden',
          ],
        ]),
      ),
    });
  });

  it('no search, export or audit tells a figure', async () => {
    const core = await openTestCore();
    const { owner, manager, consultant, payId, postId } = await payStore(core, carrier);
    const { personId } = consultant;
    const pay = { postId, fromMonth: '2026-01', toMonth: null, note: '底薪上调到4321元' };
    const saved = await owner.client.pay.save({
      id: payId,
      ...pay,
      content: { ...sellerPay, baseFen: 432_100 },
    });
    const what = { ...wish, wishFen: 987_600 };
    const first = await consultant.client.income.propose({
      personId,
      ...december,
      what,
      words: '给孩子交学费',
    });
    await manager.client.income.answer({ id: first.id, version: 1, units: [6], words: '先少一点' });
    await manager.client.income.decline({ id: first.id, version: 2, reason: '下季度再谈' });
    const second = await consultant.client.income.propose({ personId, ...december, what, words: null });
    await manager.client.income.confirm({ id: second.id, version: 1 });
    await owner.client.pay.withdraw({ id: saved.id });
    const { rows } = await owner.client.audit.list({ page: 1, pageSize: 200 });
    const trail = JSON.stringify(rows);
    expect(trail).toContain('income.confirm');
    for (const secret of ['432100', '4321', '987600', '9876', '学费', '下季度', '先少', '300000'])
      expect(trail, secret).not.toContain(secret);
    for (const text of ['4321', '9876', '学费', '底薪'])
      expect(JSON.stringify(await owner.client.search.find({ text })), text).not.toMatch(/pay|income/u);
  });
});
