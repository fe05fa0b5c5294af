import { Badge, Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { mayUse } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRuleTables, type RuleTable } from './rule.queries.ts';
import classes from './rule.module.css';

/** 规则: the dated tables that laws, makers or the store may change. */
export function RuleScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const tables = useRuleTables((feature) => mayUse(may, feature, 'list'));
  return (
    <PageFrame title={t('rule.title')} maxWidth={860}>
      <Text c="dimmed">{t('rule.sentence')}</Text>
      <Paper className="sheet" p="xs">
        <ul className={classes.tables}>
          {tables.map((table) => (
            <Table key={table.feature} table={table} />
          ))}
        </ul>
      </Paper>
    </PageFrame>
  );
}

function Table({ table }: { readonly table: RuleTable }): ReactNode {
  const { feature, rows, unconfirmed } = table;
  const { t, record } = useTexts();
  const link = useLink();
  return (
    <li>
      <a className={classes.table} {...link(listAddress(feature))}>
        <span>
          <strong>{record(feature, 'many')}</strong>
          <small>{t(`rule.about.${feature}`)}</small>
        </span>
        <span className="figures">{rows === undefined ? '…' : t('rule.rows', { count: rows })}</span>
        {unconfirmed === undefined ? null : unconfirmed > 0 ? (
          <Badge color="orange" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('rule.unconfirmed', { count: unconfirmed })}
          </Badge>
        ) : (
          <Badge color="green" leftSection={<IconCircleCheck size={12} aria-hidden />}>
            {t('rule.allChecked')}
          </Badge>
        )}
        <IconChevronRight size={16} aria-hidden />
      </a>
    </li>
  );
}
