import { Alert, Anchor, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSessionActions } from '#renderer/features/session/session.queries.ts';
import { errorData } from '#renderer/transport/client.ts';
import { pageAddress, slipOf, useAsk, type OfVisit } from './evaluation.queries.ts';
import { QrPicture } from './qr-picture.tsx';

/** Somebody else gives out the code of this person's own visit. */
function isOwnCode(error: unknown): boolean {
  const data = errorData(error);
  return data.code === 'rule-violated' && data.reason === 'evaluation-own-code';
}

/** 请客户评价: a code to scan, a slip to print or this very screen. Opening it makes a new code. */
export function AskDialog(props: { readonly ofVisit: OfVisit; readonly onClose: () => void }): ReactNode {
  const { ofVisit, onClose } = props;
  const { t, day, error: sentence } = useTexts();
  const actions = useSessionActions();
  const { mutate, data, error } = useAsk();
  const { visit, sourceId } = ofVisit;
  useEffect(() => mutate({ visit, sourceId }), [mutate, visit, sourceId]);
  const address = pageAddress();
  const isOwn = error !== null && isOwnCode(error);
  const scanned = data && address !== null ? `${address}/rate/${data.code}` : null;
  const handOver = async (code: string): Promise<void> => {
    await actions.lock();
    window.location.assign(`/rate/${code}?screen=1`);
  };
  return (
    <Modal opened onClose={onClose} title={t('evaluation.askTitle')}>
      <Stack gap="md">
        {isOwn ? (
          <Alert color="gray" role="status">
            {sentence(errorData(error))}
          </Alert>
        ) : (
          <ErrorNote error={error} />
        )}
        {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
        {data && scanned !== null ? (
          <div>
            <QrPicture text={scanned} label={t('evaluation.scanHint', { day: day(data.until) })} />
            <Text ta="center" size="sm" mt="xs">
              {t('evaluation.scanHint', { day: day(data.until) })}
            </Text>
            <Text ta="center" size="xs">
              <Anchor
                href={scanned}
                target="_blank"
                rel="noreferrer"
                className="code"
                style={{ wordBreak: 'break-all' }}
              >
                {scanned}
              </Anchor>
            </Text>
          </div>
        ) : null}
        {data && scanned === null ? (
          <Alert color="gray" role="status">
            {t('evaluation.noAddress')}
          </Alert>
        ) : null}
        {data ? (
          <>
            <Group gap="xs">
              <PaperButton
                inHead
                name={t('evaluation.slip')}
                label={t('evaluation.print')}
                load={slipOf(ofVisit)}
              />
              <Button
                variant="default"
                leftSection={<IconDeviceTablet size={15} aria-hidden />}
                onClick={() => void handOver(data.code)}
              >
                {t('evaluation.onScreen')}
              </Button>
            </Group>
            <Text size="xs" c="dimmed">
              {t('evaluation.onScreenHint')}
            </Text>
          </>
        ) : null}
        {isOwn ? (
          <Group gap="xs">
            <PaperButton
              inHead
              name={t('evaluation.slip')}
              label={t('evaluation.print')}
              load={slipOf(ofVisit)}
            />
          </Group>
        ) : null}
      </Stack>
    </Modal>
  );
}
