import {
  Alert,
  Button,
  Group,
  MultiSelect,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Holdings, Successor } from '#shared/features/assignment/assignment.contract.ts';
import {
  handOverCauses,
  type HandOverCause,
  type HoldingKind,
} from '#shared/features/assignment/assignment.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useHoldings, usePreview } from './assignment.queries.ts';
import { askedOf, nothingChosen, optionsOf, stays, type Chosen } from './hand-over-choice.ts';
import { PreviewDialog } from './hand-over-preview.tsx';
import { RowsDialog } from './hand-over-rows.tsx';

/** What one person has, who takes it, and the look at what would happen. */
export function HandOverWork(props: {
  readonly personId: number;
  readonly successors: readonly Successor[];
}): ReactNode {
  const { personId, successors } = props;
  const { t } = useTexts();
  const { data, error, refetch } = useHoldings(personId);
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const [cause, setCause] = useState<HandOverCause>('leaving');
  const [reason, setReason] = useState('');
  const [single, setSingle] = useState<HoldingKind | null>(null);
  const preview = usePreview();
  const issue = useFieldIssue(preview.error);
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const options = optionsOf(successors, personId);
  const isReady = data.counts.length > 0 && reason.trim().length >= 2;
  return (
    <Paper className="sheet" p="md">
      {data.counts.length === 0 ? <Text>{t('assignment.nothing', { name: data.name })}</Text> : null}
      {data.counts.length > 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) preview.mutate(askedOf(personId, chosen));
          }}
        >
          <Stack gap="sm">
            <MultiSelect
              label={t('assignment.everything')}
              description={t('assignment.everythingHint')}
              searchable
              hidePickedOptions
              data={[...options]}
              value={[...chosen.toIds]}
              error={issue('toIds')}
              onChange={(toIds) => setChosen({ ...chosen, toIds })}
            />
            <Kinds
              counts={data.counts}
              options={options}
              chosen={chosen}
              onChange={setChosen}
              onSingle={setSingle}
            />
            <Apart holdings={data} />
            <Group gap="sm" align="flex-end">
              <Select
                label={t('assignment.cause')}
                w={160}
                allowDeselect={false}
                data={handOverCauses.map((value) => ({ value, label: t(`assignment.causes.${value}`) }))}
                value={cause}
                onChange={(value) => setCause(handOverCauses.find((one) => one === value) ?? cause)}
              />
              <TextInput
                label={t('assignment.reason')}
                flex={1}
                miw={200}
                required
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button type="submit" disabled={!isReady} loading={preview.isPending}>
                {t('assignment.preview')}
              </Button>
            </Group>
            <ErrorNote error={preview.error} />
          </Stack>
        </form>
      ) : (
        <Apart holdings={data} />
      )}
      {preview.data && preview.variables ? (
        <PreviewDialog
          name={data.name}
          asked={preview.variables}
          preview={preview.data}
          cause={cause}
          reason={reason.trim()}
          onClose={() => preview.reset()}
          onDone={() => {
            preview.reset();
            setChosen(nothingChosen);
            setReason('');
            void refetch();
          }}
        />
      ) : null}
      {single ? (
        <RowsDialog
          personId={personId}
          kind={single}
          options={options}
          picks={chosen.picks[single] ?? new Map()}
          onChange={(picks) => setChosen({ ...chosen, picks: { ...chosen.picks, [single]: picks } })}
          onClose={() => setSingle(null)}
        />
      ) : null}
    </Paper>
  );
}

function Kinds(props: {
  readonly counts: Holdings['counts'];
  readonly options: ReturnType<typeof optionsOf>;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly onSingle: (kind: HoldingKind) => void;
}): ReactNode {
  const { counts, options, chosen, onChange, onSingle } = props;
  const { t } = useTexts();
  const withStay = [{ value: stays, label: t('assignment.stay') }, ...options];
  return (
    <Table verticalSpacing={4} aria-label={t('assignment.kind')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('assignment.kind')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('assignment.count')}
          </Table.Th>
          <Table.Th scope="col" w="45%">
            {t('assignment.takes')}
          </Table.Th>
          <Table.Th scope="col">{t('assignment.single')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {counts.map(({ kind, count }) => {
          const name = t(`assignment.kinds.${kind}`);
          const ids = chosen.kinds[kind] ?? [];
          const picked = chosen.picks[kind]?.size ?? 0;
          return (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right" className="figures">
                {count}
              </Table.Td>
              <Table.Td>
                <MultiSelect
                  size="xs"
                  aria-label={t('common.named', { name: t('assignment.takes'), value: name })}
                  placeholder={ids.length === 0 ? t('assignment.asAll') : ''}
                  searchable
                  clearable
                  hidePickedOptions
                  data={withStay}
                  value={[...ids]}
                  onChange={(next) => {
                    // Staying and going exclude each other: the later choice counts.
                    const last = next.at(-1);
                    const kept = last === stays ? [stays] : next.filter((one) => one !== stays);
                    onChange({ ...chosen, kinds: { ...chosen.kinds, [kind]: kept } });
                  }}
                />
              </Table.Td>
              <Table.Td>
                <Group gap="xs">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('assignment.singleOf', { kind: name })}
                    leftSection={<IconListSearch size={14} aria-hidden />}
                    onClick={() => onSingle(kind)}
                  >
                    {t('assignment.single')}
                  </Button>
                  {picked > 0 ? <Text size="xs">{t('assignment.picked', { count: picked })}</Text> : null}
                </Group>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** What a hand-over does not move, and where it is done. */
function Apart({ holdings }: { readonly holdings: Holdings }): ReactNode {
  const { t } = useTexts();
  const { frozenDeliveries, goalMonths, trainings, meetings } = holdings;
  const lines = [
    frozenDeliveries > 0 ? t('assignment.aloneDeliveries', { count: frozenDeliveries }) : '',
    goalMonths > 0 ? t('assignment.aloneGoals', { count: goalMonths }) : '',
    trainings > 0 ? t('assignment.aloneTrainings', { count: trainings }) : '',
    meetings > 0 ? t('assignment.aloneMeetings', { count: meetings }) : '',
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <Alert color="blue" role="note" p="sm">
      <Title order={3} size="sm">
        {t('assignment.alone')}
      </Title>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}
