import { Anchor, Group, Loader, Modal, Paper, SegmentedControl, Table, Text } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import {
  conversionBy,
  type ConversionBy,
  type ConversionLine,
} from '#shared/features/reminder/reminder-views.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useConversion, useConversionRows, useTerms } from './reminder.queries.ts';
import classes from './reminder.module.css';

const steps = ['called', 'reached', 'willing', 'booked', 'came'] as const;
type Step = (typeof steps)[number];
type Asked = { readonly line: ConversionLine; readonly key: string | null; readonly step: Step };

/** 邀约转化: from the call to the visit, by reason, person or script; every figure opens its calls. */
export function FigureScreen(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [by, setBy] = useState<ConversionBy>('reason');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, isPending, refetch } = useConversion({ from, to, by });
  const terms = useTerms();
  const nameOf = (line: ConversionLine): string =>
    line === data?.all ? t('reminder.figure.all') : line.name || t('reminder.figure.noName');
  return (
    <PageFrame title={t('reminder.figure.title')}>
      <Group gap="sm" align="end">
        <DayInput
          label={t('reminder.figure.from')}
          w={180}
          value={from}
          maxDate={to}
          onChange={(day) => setFrom(day ?? from)}
        />
        <DayInput
          label={t('reminder.figure.to')}
          w={180}
          value={to}
          minDate={from}
          onChange={(day) => setTo(day ?? to)}
        />
        <SegmentedControl
          aria-label={t('reminder.figure.by')}
          value={by}
          onChange={(value) => setBy(conversionBy.find((one) => one === value) ?? 'reason')}
          data={conversionBy.map((value) => ({ value, label: t(`reminder.figure.bys.${value}`) }))}
        />
      </Group>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data?.lines.length === 0 ? (
        <Paper className="sheet">
          <EmptyState icon={IconPhoneOff} sentence={t('reminder.figure.none')} />
        </Paper>
      ) : null}
      {data && data.lines.length > 0 ? (
        <Paper className="sheet" p="xs">
          <Table.ScrollContainer minWidth={620}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t(`reminder.figure.bys.${by}`)}</Table.Th>
                  {steps.map((step) => (
                    <Table.Th key={step} ta="right">
                      {t(`reminder.figure.${step}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {[...data.lines, data.all].map((line) => (
                  <Table.Tr key={line === data.all ? 'all' : `of ${line.key}`}>
                    <Table.Th>{nameOf(line)}</Table.Th>
                    {steps.map((step) => (
                      <Table.Td key={step} ta="right" className="figures">
                        <Figure
                          line={line}
                          step={step}
                          name={nameOf(line)}
                          onAsk={() => setAsked({ line, key: line === data.all ? null : line.key, step })}
                        />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('reminder.figure.hint', { days: terms.data?.visitDays ?? 0 })}
      </Text>
      {asked ? (
        <Rows
          title={t('reminder.figure.rows', {
            name: nameOf(asked.line),
            step: t(`reminder.figure.${asked.step}`),
          })}
          input={{ from, to, by, key: asked.key, step: asked.step }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </PageFrame>
  );
}

function Figure(props: {
  readonly line: ConversionLine;
  readonly step: Step;
  readonly name: string;
  readonly onAsk: () => void;
}): ReactNode {
  const { line, step, name, onAsk } = props;
  const { t } = useTexts();
  const count = line[step];
  if (count === 0) return '0';
  const share = step === 'called' || line.called === 0 ? null : Math.round((count * 100) / line.called);
  return (
    <>
      <button
        type="button"
        className={classes['step']}
        aria-label={`${t('reminder.figure.rows', { name, step: t(`reminder.figure.${step}`) })} ${count}`}
        onClick={onAsk}
      >
        {count}
      </button>
      <Text span size="xs" c="dimmed">
        {share === null ? '' : ` ${share}%`}
      </Text>
    </>
  );
}

function Rows(props: {
  readonly title: string;
  readonly input: Parameters<typeof useConversionRows>[0];
  readonly onClose: () => void;
}): ReactNode {
  const { title, input, onClose } = props;
  const { t, day, choice } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data, error, isPending } = useConversionRows(input);
  return (
    <Modal opened size="xl" onClose={onClose} title={title}>
      <ErrorNote error={error} />
      {isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? (
        <Table.ScrollContainer minWidth={560} mah={460}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['customer', 'day', 'code', 'person', 'visit'] as const).map((key) => (
                  <Table.Th key={key}>{t(`reminder.figure.${key}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((row) => (
                <Table.Tr key={row.callId}>
                  <Table.Td>
                    <Anchor inherit {...link(recordAddress('customer', row.customerId))}>
                      {row.customerName}
                    </Anchor>
                  </Table.Td>
                  <Table.Td className="figures">
                    <Anchor inherit {...link(recordAddress('reminderCall', row.callId))}>
                      {day(row.happenedOn)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{choice('reminderCall', 'code', row.code)}</Table.Td>
                  <Table.Td>{row.personName}</Table.Td>
                  <Table.Td className="figures">
                    {row.repairId !== null && row.repairOn !== null ? (
                      may('repair.read') ? (
                        <Anchor inherit {...link(recordAddress('repair', row.repairId))}>
                          {day(row.repairOn)} {row.repairNumber}
                        </Anchor>
                      ) : (
                        day(row.repairOn)
                      )
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
    </Modal>
  );
}
