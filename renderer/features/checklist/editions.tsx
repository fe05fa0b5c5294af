import { Badge, Button, Group, Paper, Select, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDifference, useEdition, useEditions, useExportChecklist } from './checklist.queries.ts';
import { Difference } from './difference.tsx';
import { ChecklistPreview } from './preview.tsx';

/** 版本: every edition with who published it, when and why; any two beside each other. */
export function Editions(props: { readonly id: number; readonly hasDraft: boolean }): ReactNode {
  const { id, hasDraft } = props;
  const { t, instant } = useTexts();
  const editions = useEditions(id);
  const exporting = useExportChecklist(id);
  const [shown, setShown] = useState<number | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const lines = editions.data ?? [];
  const latest = lines[0]?.edition ?? null;
  const chosenTo = to ?? (hasDraft ? 'draft' : String(latest ?? ''));
  const chosenFrom = from ?? String((hasDraft ? latest : lines[1]?.edition) ?? latest ?? '');
  const difference = useDifference(
    id,
    lines.length === 0 ? null : Number(chosenFrom),
    chosenTo === 'draft' ? 'draft' : Number(chosenTo),
  );
  const edition = useEdition(id, shown);
  const named = (number: number): string => t('checklist.editionNumber', { edition: number });
  const choices = lines.map((line) => ({ value: String(line.edition), label: named(line.edition) }));
  if (editions.data?.length === 0) return <EmptyState sentence={t('checklist.noEditions')} />;
  return (
    <>
      <Text size="xs" c="dimmed" mb="xs">
        {t('checklist.editionsSentence')}
      </Text>
      <ErrorNote error={editions.error ?? exporting.error} />
      <Paper className="sheet" p={0} mb="sm">
        <Table.ScrollContainer minWidth={640} type="native">
          <Table verticalSpacing={5}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('checklist.edition')}</Table.Th>
                <Table.Th>{t('checklist.publishedAt')}</Table.Th>
                <Table.Th>{t('checklist.publishedBy')}</Table.Th>
                <Table.Th>{t('checklist.reason')}</Table.Th>
                <Table.Th>{t('checklist.difference')}</Table.Th>
                <Table.Th>
                  <span className="only-read-aloud">{t('checklist.more')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.edition}>
                  <Table.Td>
                    {named(line.edition)}{' '}
                    {line.isCurrent ? (
                      <Badge color="green" leftSection={<IconCircleCheck size={12} aria-hidden />}>
                        {t('checklist.current')}
                      </Badge>
                    ) : null}
                  </Table.Td>
                  <Table.Td className="figures">{instant(line.publishedAt)}</Table.Td>
                  <Table.Td>{line.personName}</Table.Td>
                  <Table.Td>{line.reason}</Table.Td>
                  <Table.Td>
                    {line.difference
                      ? t('checklist.differenceCount', line.difference)
                      : t('checklist.firstEdition')}
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <Button
                        variant="subtle"
                        aria-label={t('checklist.showEdition', { edition: line.edition })}
                        aria-expanded={shown === line.edition}
                        onClick={() => setShown(shown === line.edition ? null : line.edition)}
                      >
                        {t('checklist.show')}
                      </Button>
                      <Button
                        variant="subtle"
                        leftSection={<IconDownload size={14} aria-hidden />}
                        aria-label={`${t('checklist.exportFile')} ${named(line.edition)}`}
                        onClick={() => exporting.mutate(line.edition)}
                      >
                        {t('checklist.exportFile')}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      {shown !== null && edition.data ? (
        <Paper className="sheet" mb="sm">
          <Title order={2} size="h3" mb="xs">
            {named(shown)}
          </Title>
          <ChecklistPreview content={edition.data.content} />
        </Paper>
      ) : null}
      <Paper className="sheet">
        <Title order={2} size="h3" mb="xs">
          {t('checklist.compare')}
        </Title>
        <Group gap="xs" mb="sm">
          <Select
            w={150}
            label={t('checklist.compareFrom')}
            allowDeselect={false}
            value={chosenFrom}
            onChange={setFrom}
            data={choices}
          />
          <Select
            w={150}
            label={t('checklist.compareTo')}
            allowDeselect={false}
            value={chosenTo}
            onChange={setTo}
            data={hasDraft ? [{ value: 'draft', label: t('checklist.theDraft') }, ...choices] : choices}
          />
        </Group>
        <ErrorNote error={difference.error} />
        {difference.data ? <Difference difference={difference.data} /> : null}
      </Paper>
    </>
  );
}
