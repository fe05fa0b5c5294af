import { Button, Group, Text, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddScan, useOpenScan, useRemoveScan, useScans } from './partner.queries.ts';
import classes from './partner.module.css';

/** 扫描件 of the signed agreement: PDF or photos. */
export function AgreementScans({ id }: { readonly id: number }): ReactNode {
  const { t, instant } = useTexts();
  const { may } = useSession();
  const { data, error } = useScans(id);
  const [add, open, remove] = [useAddScan(), useOpenScan(), useRemoveScan()];
  const input = useRef<HTMLInputElement>(null);
  const send = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await add.mutateAsync({ id, file });
  };
  return (
    <section className={`sheet ${classes['part']}`} aria-label={t('partner.scans.title')}>
      <Group gap="xs">
        <Title order={2} size="h4">
          {t('partner.scans.title')}
        </Title>
        {may('partner.write') ? (
          <Button
            ml="auto"
            size="compact-sm"
            variant="default"
            leftSection={<IconPaperclip size={14} aria-hidden />}
            loading={add.isPending}
            onClick={() => input.current?.click()}
          >
            {t('partner.scans.add')}
          </Button>
        ) : null}
      </Group>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="application/pdf,image/jpeg,image/png,image/webp"
        data-testid="agreement-scan-input"
        onChange={(event) => {
          // What fails is told below.
          send([...(event.currentTarget.files ?? [])]).catch(() => undefined);
          event.currentTarget.value = '';
        }}
      />
      <ErrorNote error={error ?? add.error ?? open.error ?? remove.error} />
      {data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('partner.scans.none')}
        </Text>
      ) : null}
      {data?.map(({ id: scanId, name, size, personName, at }) => (
        <Group key={scanId} gap="xs" mih={30}>
          <Button
            size="compact-sm"
            variant="subtle"
            title={t('partner.scans.open', { name })}
            onClick={() => open.mutate({ id, scanId })}
          >
            {name}
          </Button>
          <Text size="xs" c="dimmed" className="figures">
            {t('partner.scans.about', {
              size: (size / 1024).toLocaleString('en', { maximumFractionDigits: 0 }),
              at: instant(at),
              name: personName,
            })}
          </Text>
          {may('partner.write') ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              aria-label={t('partner.scans.removeOf', { name })}
              loading={remove.isPending}
              onClick={() => remove.mutate({ id, scanId })}
            >
              {t('partner.scans.remove')}
            </Button>
          ) : null}
        </Group>
      ))}
    </section>
  );
}
