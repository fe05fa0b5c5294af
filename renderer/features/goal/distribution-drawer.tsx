import {
  Box,
  Button,
  Checkbox,
  Drawer,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Switch,
  Table,
  Text,
  Tooltip,
} from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DistributionInput, DistributionLine } from '#shared/features/goal/goal.contract.ts';
import { goalMethods, type GoalMethod } from '#shared/features/goal/goal-distribute.rules.ts';
import type { GoalUnit } from '#shared/features/goal/goal-indicator.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDistributionPreview, type GoalChange } from './goal.queries.ts';
import { amountShown } from './grid-typing.ts';

type Over = DistributionInput['over'];

/** What is distributed: a node of the grid, and what may take part in it. */
export type DistributionPlace = {
  readonly planId: number;
  readonly indicator: string;
  readonly unit: GoalUnit;
  readonly row: string;
  readonly period: string;
  readonly where: string;
  readonly total: number | null;
  readonly overs: readonly Over[];
  /** Parts by what it is distributed over; empty: the core knows them. */
  readonly parts: Readonly<
    Record<Over, readonly { readonly key: string; readonly name: string; readonly isUsual: boolean }[]>
  >;
};

/** 分配: method, who takes part with which weight, and the result beside what is there now, before it is written. */
export function DistributionDrawer(props: {
  readonly place: DistributionPlace;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onApply: (change: GoalChange) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { place, isPending, error, onApply, onClose } = props;
  const { t } = useTexts();
  const [over, setOver] = useState<Over>(place.overs[0] ?? 'months');
  const [method, setMethod] = useState<GoalMethod>('workingDays');
  const [deep, setDeep] = useState(true);
  // Models are known from what the core answers: those of last year.
  const [models, setModels] = useState<DistributionPlace['parts']['model']>([]);
  const parts = over === 'model' ? models : place.parts[over];
  const usual = parts.filter(({ isUsual }) => isUsual).length > 0;
  const [weights, setWeights] = useState<ReadonlyMap<string, number>>(new Map());
  const weightOf = (key: string, isUsual: boolean): number =>
    weights.get(`${over} ${key}`) ?? (isUsual || !usual ? 1 : 0);
  const setWeight = (key: string, weight: number): void =>
    setWeights((before) => new Map(before).set(`${over} ${key}`, weight));
  const input: DistributionInput | null =
    place.total === null || place.total === 0
      ? null
      : {
          planId: place.planId,
          indicator: place.indicator,
          row: place.row,
          period: place.period,
          over,
          method,
          deep: over === 'rows' && deep,
          parts: parts.map(({ key, isUsual }) => ({ key, weight: weightOf(key, isUsual) })),
        };
  const { data, error: refused, isFetching, isPlaceholderData } = useDistributionPreview(input);
  const preview = refused === null ? data : undefined;
  if (over === 'model' && models.length === 0 && preview && !isPlaceholderData && preview.lines.length > 0)
    setModels(preview.lines.map(({ key, name }) => ({ key, name, isUsual: true })));
  const lines = new Map<string, DistributionLine>((preview?.lines ?? []).map((line) => [line.key, line]));

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={620}
      title={t('goal.distribution.title', { where: place.where })}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('goal.distribution.total', { total: amountShown(place.total ?? 0, place.unit) })}
        </Text>
        <Group gap="md" wrap="wrap">
          <SegmentedControl
            aria-label={t('goal.distribution.over')}
            value={over}
            onChange={(value) => setOver(place.overs.find((one) => one === value) ?? 'months')}
            data={place.overs.map((value) => ({ value, label: t(`goal.distribution.overs.${value}`) }))}
          />
          {over === 'rows' ? (
            <Switch
              label={t('goal.distribution.deep')}
              checked={deep}
              onChange={(event) => setDeep(event.currentTarget.checked)}
            />
          ) : null}
        </Group>
        <SegmentedControl
          aria-label={t('goal.distribution.method')}
          value={method}
          onChange={(value) => setMethod(goalMethods.find((one) => one === value) ?? 'workingDays')}
          data={goalMethods.map((value) => ({ value, label: t(`goal.distribution.methods.${value}`) }))}
        />
        <Text size="xs" c="dimmed">
          {t(`goal.distribution.methodHints.${method}`)}
        </Text>
        {input === null ? <Text size="sm">{t('goal.distribution.nothing')}</Text> : null}
        <ErrorNote error={error ?? refused} />
        <Table.ScrollContainer minWidth={520} maxHeight="calc(100dvh - 340px)">
          <Table withTableBorder stickyHeader verticalSpacing={2} aria-label={t('goal.distribution.part')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('goal.distribution.part')}</Table.Th>
                <Table.Th ta="right">
                  {method === 'weights' ? t('goal.distribution.weight') : t('goal.distribution.share')}
                </Table.Th>
                <Table.Th ta="right">{t('goal.distribution.unrounded')}</Table.Th>
                <Table.Th ta="right">{t('goal.distribution.before')}</Table.Th>
                <Table.Th ta="right">{t('goal.distribution.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {parts.map(({ key, name, isUsual }) => {
                const line = lines.get(key);
                const weight = weightOf(key, isUsual);
                const isRaised =
                  preview?.raised.some((one) => one.row === key || one.period === key) ?? false;
                return (
                  <Table.Tr key={key}>
                    <Table.Td>
                      <Checkbox
                        size="xs"
                        label={name}
                        checked={weight > 0}
                        onChange={(event) => setWeight(key, event.currentTarget.checked ? 1 : 0)}
                      />
                    </Table.Td>
                    <Table.Td ta="right">
                      {method === 'weights' ? (
                        <NumberInput
                          size="xs"
                          w={84}
                          ml="auto"
                          min={0}
                          max={1_000_000}
                          allowDecimal={false}
                          hideControls
                          aria-label={`${t('goal.distribution.weight')} ${name}`}
                          value={weight}
                          onChange={(value) => setWeight(key, Math.max(0, Math.round(Number(value) || 0)))}
                        />
                      ) : line ? (
                        `${(line.weight / 100).toFixed(2)}%`
                      ) : null}
                    </Table.Td>
                    <Table.Td ta="right" c="dimmed">
                      {line ? unrounded(line.share, place.unit) : null}
                    </Table.Td>
                    <Table.Td ta="right">{line ? amountShown(line.before, place.unit) : null}</Table.Td>
                    <Table.Td ta="right" fw={600}>
                      {line ? amountShown(line.after, place.unit) : null}
                      <Box component="span" display="inline-block" w={12}>
                        {isRaised ? (
                          <Tooltip label={t('goal.distribution.raised')}>
                            <Text span c="blue" aria-label={t('goal.distribution.raised')}>
                              •
                            </Text>
                          </Tooltip>
                        ) : null}
                      </Box>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Text size="xs" c="dimmed">
          {t('goal.raisedHint')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={!preview || isFetching}
            loading={isPending}
            onClick={() => input && onApply({ kind: 'distribute', input })}
          >
            {t('goal.distribution.apply')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

/** Two decimals of the unit people read: pieces, yuan. */
const unrounded = (share: number, unit: GoalUnit): string =>
  (unit === 'fen' ? share / 100 : share).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
