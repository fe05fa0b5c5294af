import { Anchor, Button, Checkbox, Loader, Table, Text } from '@mantine/core';
import { IconColumns, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { firstAssumptions } from '#shared/features/simulation/simulation.content.ts';
import type { SimulationLine } from '#shared/features/simulation/simulation.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useDesign } from '#renderer/features/membership/membership.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSaveSimulation, useSimulations } from './simulation.queries.ts';

/** As many drafts as stand beside one another. */
const most = 3;

/** 会员制度试算 every draft with the figures of its last run; up to three are compared. */
export function SimulationListScreen(): ReactNode {
  const { t, day } = useTexts();
  const { today } = useSession();
  const go = useGo();
  const link = useLink();
  const { data, error } = useSimulations();
  const design = useDesign();
  const saving = useSaveSimulation();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const present = design.data?.content;
  const make = (): void => {
    if (!present) return;
    saving.mutate(
      {
        id: null,
        version: null,
        name: t('simulation.freshName', { day: day(today) }),
        content: present,
        assumptions: firstAssumptions,
      },
      { onSuccess: ({ id }) => go(`/simulation/${id}`) },
    );
  };
  const fresh = (
    <Button
      leftSection={<IconPlus size={15} aria-hidden />}
      disabled={!present}
      loading={saving.isPending}
      onClick={make}
    >
      {t('simulation.fresh')}
    </Button>
  );
  const lines = data ?? [];
  return (
    <PageFrame
      title={t('simulation.title')}
      maxWidth={1100}
      actions={
        lines.length === 0 ? null : (
          <>
            <Button
              component="a"
              variant="default"
              leftSection={<IconColumns size={15} aria-hidden />}
              data-disabled={chosen.length < 2 || undefined}
              aria-disabled={chosen.length < 2}
              {...(chosen.length < 2 ? {} : link(`/simulation/compare/${chosen.join('-')}`))}
            >
              {t('simulation.compare', { count: chosen.length })}
            </Button>
            {fresh}
          </>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('simulation.sentence')}
      </Text>
      <ErrorNote error={error ?? design.error ?? saving.error} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && lines.length === 0 ? <EmptyState sentence={t('simulation.none')} action={fresh} /> : null}
      {lines.length === 0 ? null : (
        <div className="sheet">
          <Lines
            lines={lines}
            chosen={chosen}
            onChoose={(id, on) =>
              setChosen(on ? [...chosen, id].slice(-most) : chosen.filter((one) => one !== id))
            }
          />
          <Text size="xs" c="dimmed" p="xs">
            {t('simulation.compareHint')}
          </Text>
        </div>
      )}
    </PageFrame>
  );
}

function Lines(props: {
  readonly lines: readonly SimulationLine[];
  readonly chosen: readonly number[];
  readonly onChoose: (id: number, on: boolean) => void;
}): ReactNode {
  const { t, day, money, instant } = useTexts();
  const link = useLink();
  return (
    <Table verticalSpacing={5} aria-label={t('simulation.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.columns.compare')}</Table.Th>
          <Table.Th scope="col">{t('simulation.columns.name')}</Table.Th>
          <Table.Th scope="col">{t('simulation.columns.state')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('simulation.columns.cost')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('simulation.columns.extra')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('simulation.columns.winners')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('simulation.columns.losers')}
          </Table.Th>
          <Table.Th scope="col">{t('simulation.columns.updated')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>
              <Checkbox
                aria-label={t('simulation.chooseToCompare', { name: line.name })}
                disabled={line.ranOn === null}
                checked={props.chosen.includes(line.id)}
                onChange={(event) => props.onChoose(line.id, event.currentTarget.checked)}
              />
            </Table.Td>
            <Table.Td>
              <Anchor display="inline-block" lh="24px" {...link(`/simulation/${line.id}`)}>
                {line.name}
              </Anchor>
            </Table.Td>
            <Table.Td>
              {line.edition !== null
                ? t('simulation.states.live', { edition: line.edition, day: day(line.fromDay ?? '') })
                : line.ranOn === null
                  ? t('simulation.states.draft')
                  : t('simulation.states.ran', { day: day(line.ranOn) })}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {line.costFen === null ? '' : money(line.costFen)}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {line.extraFen === null ? '' : money(line.extraFen)}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {line.winners}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {line.losers}
            </Table.Td>
            <Table.Td>
              {instant(line.updatedAt)} {line.createdByName}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
