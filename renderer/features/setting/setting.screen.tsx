import { Button, Fieldset, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { StoreSettings } from '#shared/features/setting/setting.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { SampleCard } from '#renderer/features/sample/sample-card.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useSaveSettings, useStoreSettings } from './setting.queries.ts';

/** 设置 of the store. */
export function SettingScreen(): ReactNode {
  const { t } = useTexts();
  const { may, state } = useSession();
  const settings = useStoreSettings();
  return (
    <PageFrame title={t('page.setting')} maxWidth={720}>
      <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.data ? <SettingForm given={settings.data} /> : null}
      {may('setting.write') && !state.sample ? <SampleCard /> : null}
    </PageFrame>
  );
}

function SettingForm(props: { readonly given: StoreSettings & { readonly dataFolder: string } }): ReactNode {
  const { dataFolder, ...given } = props.given;
  const { t, issue } = useTexts();
  const { may } = useSession();
  const save = useSaveSettings();
  const [values, setValues] = useState<StoreSettings>(given);
  const mayWrite = may('setting.write');
  const failure = save.error ? errorData(save.error) : null;
  const issueOf = (field: keyof StoreSettings): string | undefined => {
    const found =
      failure?.code === 'invalid-input'
        ? failure.issues.find((one) => one.field === `values.${field}`)
        : undefined;
    return found ? issue(found) : undefined;
  };
  const set = (part: Partial<StoreSettings>): void => setValues({ ...values, ...part });
  const store = (): void => {
    if (toUnread(document)) return;
    save.mutate(
      { values },
      { onSuccess: () => notifications.show({ message: t('common.saved'), color: 'green' }) },
    );
  };
  useShortcut('mod+s', store, mayWrite);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    store();
  };

  return (
    <Paper className="sheet">
      <form onSubmit={submit}>
        <Fieldset variant="unstyled" disabled={!mayWrite} legend={t('setting.store')}>
          <Stack gap="sm">
            <Text size="xs" c="dimmed">
              {mayWrite ? t('setting.storeSentence') : t('setting.onlyOwner')}
            </Text>
            <TextInput
              label={t('setting.storeName')}
              value={values.storeName}
              error={issueOf('storeName')}
              maxLength={100}
              onChange={(event) => set({ storeName: event.currentTarget.value })}
            />
            <Group grow align="flex-start">
              <Select
                label={t('setting.language')}
                data={[
                  { value: 'zh-CN', label: t('common.chinese') },
                  { value: 'en', label: t('common.english') },
                ]}
                value={values.language}
                allowDeselect={false}
                onChange={(value) => set({ language: value === 'en' ? 'en' : 'zh-CN' })}
              />
              <NumberField
                label={t('setting.idleMinutes')}
                value={values.idleMinutes}
                error={issueOf('idleMinutes')}
                limits={[1, 240]}
                onChange={(value) => set({ idleMinutes: value ?? 0 })}
              />
            </Group>
            <TextInput
              label={t('setting.backupFolder')}
              description={t('setting.backupFolderHint')}
              value={values.backupFolder}
              error={issueOf('backupFolder')}
              onChange={(event) => set({ backupFolder: event.currentTarget.value })}
            />
            <TextInput
              label={t('setting.watchFolder')}
              description={t('setting.watchFolderHint')}
              value={values.watchFolder}
              error={issueOf('watchFolder')}
              onChange={(event) => set({ watchFolder: event.currentTarget.value })}
            />
            <TextInput
              label={t('setting.ageBuckets')}
              description={t('setting.ageBucketsHint')}
              className="figures"
              value={values.ageBuckets}
              error={issueOf('ageBuckets')}
              maxLength={60}
              onChange={(event) => set({ ageBuckets: event.currentTarget.value })}
            />
            <TextInput label={t('setting.dataFolder')} value={dataFolder} readOnly />
            {failure?.code === 'invalid-input' ? null : <ErrorNote error={save.error} />}
            {mayWrite ? (
              <Button
                type="submit"
                w="fit-content"
                leftSection={<IconDeviceFloppy size={16} />}
                loading={save.isPending}
              >
                {t('common.save')}
              </Button>
            ) : null}
          </Stack>
        </Fieldset>
      </form>
    </Paper>
  );
}
