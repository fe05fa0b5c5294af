import { Button, Table, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconHourglass } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { OriginException, OriginPack } from '#shared/features/meeting/meeting.pack.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './figures.module.css';

/** 非原厂配件 of the week, one key away: in which order, why it was allowed and by whom. */
export function OriginExceptions({ origins }: { readonly origins: OriginPack }): ReactNode {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { exceptionCount, exceptions } = origins;
  if (exceptionCount === 0) return null;
  const Sign = open ? IconChevronDown : IconChevronRight;
  const more = exceptionCount - exceptions.length;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Sign size={14} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {`${t('meeting.quality.exceptions')} (${exceptionCount})`}
      </Button>
      <div id={id} hidden={!open}>
        {open ? <Exceptions exceptions={exceptions} /> : null}
        {open && more > 0 ? (
          <Text size="xs" c="dimmed">
            {t('meeting.quality.more', { count: more })}
          </Text>
        ) : null}
      </div>
    </>
  );
}

function Exceptions({ exceptions }: { readonly exceptions: readonly OriginException[] }): ReactNode {
  const { t, choice, money } = useTexts();
  const { may } = useSession();
  const link = useLink();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table className={classes.table} aria-label={t('meeting.quality.exceptions')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('meeting.quality.order')}</Table.Th>
            <Table.Th>{t('meeting.quality.part')}</Table.Th>
            <Table.Th>{t('meeting.quality.origin')}</Table.Th>
            <Table.Th ta="right">{t('meeting.columns.amount')}</Table.Th>
            <Table.Th>{t('meeting.quality.allowedReason')}</Table.Th>
            <Table.Th>{t('meeting.quality.allowedBy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exceptions.map((one) => (
            <Table.Tr key={one.partId}>
              <Table.Td className={classes.figure}>
                {may('repair.read') ? (
                  <a className={classes.drill} {...link(recordAddress('repair', one.repairId))}>
                    {one.repairNumber}
                  </a>
                ) : (
                  one.repairNumber
                )}
              </Table.Td>
              <Table.Td>{one.name}</Table.Td>
              <Table.Td>{choice('repairPart', 'origin', one.origin)}</Table.Td>
              <Table.Td ta="right" className={classes.figure}>
                {money(one.amountFen)}
              </Table.Td>
              <Table.Td>
                {one.reason ?? (
                  <span className={classes.bad}>
                    <IconHourglass size={13} aria-hidden /> {t('meeting.quality.waits')}
                  </span>
                )}
              </Table.Td>
              <Table.Td>{one.allowedByName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
