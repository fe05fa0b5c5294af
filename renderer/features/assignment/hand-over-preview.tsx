import { Alert, Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { HandOverPreview, SuccessorWarning } from '#shared/features/assignment/assignment.contract.ts';
import type { HandOverCause } from '#shared/features/assignment/assignment.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts, type ScreenTexts } from '#renderer/hooks/use-texts.ts';
import { useHandOver, type HandOverAsked } from './assignment.queries.ts';

function warningText(warning: SuccessorWarning, { t, day }: ScreenTexts): string {
  const { name } = warning;
  if (warning.problem === 'leavesSoon')
    return t('assignment.warnings.leavesSoon', { name, day: day(warning.on) });
  if (warning.problem === 'noRight')
    return t('assignment.warnings.noRight', { name, kind: t(`assignment.kinds.${warning.kind}`) });
  return t(`assignment.warnings.${warning.problem}`, { name });
}

/** 交接结果: who would get how much of what, what stays and what to think of, before anything moves. */
export function PreviewDialog(props: {
  readonly name: string;
  readonly asked: HandOverAsked;
  readonly preview: HandOverPreview;
  readonly cause: HandOverCause;
  readonly reason: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { name, asked, preview, cause, reason, onClose, onDone } = props;
  const texts = useTexts();
  const { t } = texts;
  const handOver = useHandOver();
  const { moved, lines, stays, warnings, silentCustomers } = preview;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('assignment.previewTitle')}>
      <Stack gap="sm">
        <Text fw={600}>
          {moved === 0 ? t('assignment.movesNone') : t('assignment.moves', { count: moved })}
        </Text>
        {lines.length > 0 ? (
          <Table verticalSpacing={3} aria-label={t('assignment.previewTitle')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('assignment.kind')}</Table.Th>
                <Table.Th scope="col">{t('assignment.takes')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t('assignment.count')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ kind, toId, toName, count }) => (
                <Table.Tr key={`${kind} ${toId}`}>
                  <Table.Td>{t(`assignment.kinds.${kind}`)}</Table.Td>
                  <Table.Td>{toName}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {count}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ) : null}
        {stays.length > 0 ? (
          <div>
            <Title order={3} size="sm">
              {t('assignment.staying', { name })}
            </Title>
            <Text size="sm">
              {stays
                .map(({ kind, count }) =>
                  t('assignment.previewLine', { name: t(`assignment.kinds.${kind}`), count }),
                )
                .join(' · ')}
            </Text>
          </div>
        ) : null}
        {warnings.length > 0 || silentCustomers > 0 ? (
          <Alert color="orange" role="status" p="sm">
            {warnings.map((warning) => {
              const text = warningText(warning, texts);
              return (
                <Text key={text} size="sm">
                  {text}
                </Text>
              );
            })}
            {silentCustomers > 0 ? (
              <Text size="sm">{t('assignment.silent', { count: silentCustomers })}</Text>
            ) : null}
          </Alert>
        ) : null}
        <ErrorNote error={handOver.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={moved === 0}
            loading={handOver.isPending}
            onClick={() =>
              handOver.mutate(
                { ...asked, cause, reason, expected: moved },
                {
                  onSuccess: (done) => {
                    notifications.show({
                      message: t('assignment.done', { count: done.moved }),
                      color: 'green',
                    });
                    onDone();
                  },
                },
              )
            }
          >
            {t('assignment.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
