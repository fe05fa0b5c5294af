import { callTable } from '#electron/command-line/call-table.ts';
import { roles } from '#shared/rpc/rights.ts';

/** The generated page of every call of the contract: kind, right and who may make it. */
export function callsPage(): string {
  const everyone = roles.length;
  const rows = callTable().map(({ name, kind, right, roles: may }) => {
    const who = may.length === everyone ? 'everyone' : may.join(', ');
    return `| \`${name}\` | ${kind} | ${right} | ${who} |`;
  });
  return [
    '# Calls of the contract',
    '',
    `Generated from the contract and the table of rights; ${rows.length} calls. \`npm run desk -- calls\` prints the same.`,
    'query reads · command is one transaction with its audit row · action works outside a transaction and may run several · stream sends messages.',
    '`role:own` means the own records only.',
    '',
    '| call | kind | right | roles |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
