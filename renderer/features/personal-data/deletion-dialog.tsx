import {
  Alert,
  Button,
  Group,
  List,
  Loader,
  Modal,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { DeletionPreview } from '#shared/features/personal-data/personal-data.contract.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDeletionPreview, useErase } from './personal-data.queries.ts';

/** 删除个人信息: what is in the way, what goes, what stays until when, and the name typed again. */
export function DeletionDialog(props: {
  readonly customerId: number;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { customerId, name, onClose } = props;
  const { t } = useTexts();
  const { data, error } = useDeletionPreview(customerId, true);
  return (
    <Modal opened onClose={onClose} size="xl" title={t('personalData.eraseTitle', { name })}>
      <ErrorNote error={error} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && data.blocks.length > 0 ? <Blocked blocks={data.blocks} /> : null}
      {data && data.blocks.length === 0 ? (
        <Erase customerId={customerId} name={name} preview={data} onClose={onClose} />
      ) : null}
    </Modal>
  );
}

function Blocked({ blocks }: { readonly blocks: DeletionPreview['blocks'] }): ReactNode {
  const { t } = useTexts();
  return (
    <Alert color="orange" role="status">
      <Text fw={600}>{t('personalData.blocked')}</Text>
      <List>
        {blocks.map(({ block, count }) => (
          <List.Item key={block}>{t(`personalData.blocks.${block}`, { count })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Erase(props: {
  readonly customerId: number;
  readonly name: string;
  readonly preview: DeletionPreview;
  readonly onClose: () => void;
}): ReactNode {
  const { customerId, name, preview, onClose } = props;
  const { t, record, day } = useTexts();
  const go = useGo();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const erase = useErase();
  const issue = useFieldIssue(erase.error);
  const { goes, keeps, signedSheets, auditRows, photos, backupsUntil } = preview;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        erase.mutate(
          { customerId, reason: reason.trim(), name: typed.trim() },
          {
            onSuccess: ({ records }) => {
              notifications.show({ message: t('personalData.erased', { count: records }), color: 'green' });
              onClose();
              go('/personal-data');
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        <div>
          <Title order={3} size="sm">
            {t('personalData.goes')}
          </Title>
          <Text size="sm">
            {goes.map(({ feature, count }) => `${record(feature, 'many')}\u00A0${count}`).join(' · ')}
          </Text>
          <Text size="sm">{t('personalData.auditRows', { count: auditRows })}</Text>
          {photos.length > 0 ? (
            <Text size="sm">
              {t('personalData.photos', { count: photos.reduce((sum, { count }) => sum + count, 0) })}
            </Text>
          ) : null}
        </div>
        {keeps.length > 0 ? <Keeps keeps={keeps} /> : null}
        <Alert color="blue" role="note" p="sm">
          {signedSheets > 0 ? (
            <Text size="sm">{t('personalData.signed', { count: signedSheets })}</Text>
          ) : null}
          <Text size="sm">{t('personalData.backups', { day: day(backupsUntil) })}</Text>
        </Alert>
        <TextInput
          data-autofocus
          label={t('personalData.reason')}
          required
          maxLength={200}
          value={reason}
          error={issue('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label={t('personalData.typeName', { name })}
          required
          autoComplete="off"
          value={typed}
          error={issue('name')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ErrorNote error={erase.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            color="red"
            disabled={reason.trim().length < 2 || typed.trim() === ''}
            loading={erase.isPending}
          >
            {t('personalData.eraseConfirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Keeps({ keeps }: { readonly keeps: DeletionPreview['keeps'] }): ReactNode {
  const { t, day, choice, language } = useTexts();
  return (
    <Table verticalSpacing={3} aria-label={t('personalData.keeps')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('personalData.keeps')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('personalData.count')}
          </Table.Th>
          <Table.Th scope="col">{t('personalData.until')}</Table.Th>
          <Table.Th scope="col">{t('personalData.source')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keeps.map(({ kind, count, until, source, sourceEn, confirmed }) => (
          <Table.Tr key={kind}>
            <Table.Td>{choice('retentionRule', 'kind', kind)}</Table.Td>
            <Table.Td ta="right" className="figures">
              {count}
            </Table.Td>
            <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
              {until === null ? t('personalData.untilUnknown') : day(until)}
            </Table.Td>
            <Table.Td>
              <Text size="sm">
                {saidIn(language, source ?? '', sourceEn ?? null)}
                {confirmed ? '' : ` (${t('personalData.toCheck')})`}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
