import { Badge, Button, Group, Paper, Table, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { AccountLine } from '#shared/features/session/session.contract.ts';
import { rights, roles, scopeOf, type Scope } from '#shared/rpc/rights.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useAccounts } from '#renderer/features/session/session.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AccountDialog } from './account.dialog.tsx';

/** 账号与权限: who may sign in, with which roles; what each role may do. */
export function AccountScreen(): ReactNode {
  const { t, instant } = useTexts();
  const accounts = useAccounts();
  const [edited, setEdited] = useState<AccountLine | 'new' | null>(null);
  const lines = accounts.data ?? [];
  const owners = lines.filter((line) => line.active && line.roles.includes('owner')).length;
  return (
    <PageFrame
      title={t('page.account')}
      subtitle={t('session.account.sentence')}
      actions={
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setEdited('new')}>
          {t('session.account.open')}
        </Button>
      }
    >
      <ErrorNote error={accounts.error} onRetry={() => void accounts.refetch()} />
      <Paper className="sheet" p={0}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('session.account.person')}</Table.Th>
              <Table.Th>{t('session.login')}</Table.Th>
              <Table.Th>{t('session.account.roles')}</Table.Th>
              <Table.Th>{t('session.account.state')}</Table.Th>
              <Table.Th>{t('session.account.lastSignIn')}</Table.Th>
              <Table.Th>
                <span className="only-read-aloud">{t('common.edit')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.personId}>
                <Table.Td>{line.name}</Table.Td>
                <Table.Td>{line.login}</Table.Td>
                <Table.Td>
                  <Group gap={4}>
                    {line.roles.map((role) => (
                      <Badge key={role}>{t(`session.roles.${role}`)}</Badge>
                    ))}
                  </Group>
                </Table.Td>
                <Table.Td>
                  {line.active ? (
                    <Badge color="green" leftSection={<IconCheck size={12} aria-hidden />}>
                      {t('session.account.active')}
                    </Badge>
                  ) : (
                    <Badge color="gray" leftSection={<IconUserOff size={12} aria-hidden />}>
                      {t('session.account.inactive')}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td className="figures">
                  {line.lastSignInAt === null ? t('session.account.never') : instant(line.lastSignInAt)}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    variant="subtle"
                    aria-label={`${t('common.edit')} ${line.name}`}
                    onClick={() => setEdited(line)}
                  >
                    {t('common.edit')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <RightsTable />
      {edited === null ? null : (
        <AccountDialog
          line={edited === 'new' ? null : edited}
          taken={lines.map((line) => line.personId)}
          isLastOwner={edited !== 'new' && owners === 1 && edited.active && edited.roles.includes('owner')}
          onClose={() => setEdited(null)}
        />
      )}
    </PageFrame>
  );
}

/** The one table of rights, as the door asks it. */
function RightsTable(): ReactNode {
  const { t } = useTexts();
  const scope = (found: Scope | undefined): ReactNode =>
    found === 'all' ? (
      <IconCheck size={16} aria-label={t('session.account.scopeAll')} />
    ) : found === 'own' ? (
      <Text size="xs">{t('session.account.scopeOwn')}</Text>
    ) : (
      <IconMinus size={16} opacity={0.35} aria-label={t('session.account.scopeNone')} />
    );
  return (
    <details>
      <summary>{t('session.account.rightsTitle')}</summary>
      <Paper className="sheet" p={0} mt="sm">
        <Table.ScrollContainer minWidth={860}>
          <Table stickyHeader highlightOnHover verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('session.account.right')}</Table.Th>
                {roles.map((role) => (
                  <Table.Th key={role} ta="center">
                    {t(`session.roles.${role}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rights.map((right) => (
                <Table.Tr key={right}>
                  <Table.Th scope="row" fw={400}>
                    {t(`session.rights.${rightKey(right)}`)}
                  </Table.Th>
                  {roles.map((role) => (
                    <Table.Td key={role} ta="center">
                      {scope(scopeOf([role], right))}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
    </details>
  );
}

type Underscored<Name extends string> = Name extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Name;
const rightKey = <Name extends string>(right: Name): Underscored<Name> =>
  right.replace('.', '_') as Underscored<Name>; // the same replacement, in types
