import { Alert, Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DeskError } from '#shared/rpc/desk-error.ts';
import type { OneRecord } from '#shared/rpc/record.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useHistory, type Row } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { RecordFormState } from './use-record-form.ts';

/** What the person must know before typing on: a restored draft, somebody else's change, the bin, a refusal. */
export function FormNotices(props: {
  readonly feature: RecordFeature;
  readonly form: RecordFormState;
  readonly found: OneRecord<Row> | undefined;
  readonly inBin: boolean;
  readonly mayWrite: boolean;
}): ReactNode {
  const { feature, form, found, inBin, mayWrite } = props;
  const { t, instant, issue } = useTexts();
  const loose = form.issues[''];
  const version = found?.record.version ?? 0;
  const history = useHistory(feature, found?.record.id ?? 0, form.dirty && form.isOlderThan(version));
  const by = history.data?.[0]?.personName ?? t('form.someone');
  const newer = form.dirty && found !== undefined && version > 0 && form.isOlderThan(version) && !form.saving;
  return (
    <>
      {form.error ? <ErrorNote error={new DeskError(form.error)} /> : null}
      {loose ? (
        <Alert color="red" p="xs" role="alert">
          {issue(loose)}
        </Alert>
      ) : null}
      {inBin ? (
        <Alert color="orange" p="xs" icon={<IconTrash size={16} />}>
          {t('form.inBin')}
        </Alert>
      ) : mayWrite ? null : (
        <Alert color="gray" p="xs">
          {t('form.readOnly')}
        </Alert>
      )}
      {newer ? (
        <Alert color="orange" p="xs" role="status">
          <Group gap="sm">
            {form.draftAt
              ? t('form.draftStale', { at: instant(form.draftAt) })
              : t('form.changedMeanwhile', { by })}
            <Button size="compact-xs" variant="default" onClick={form.compare}>
              {t('form.compare')}
            </Button>
          </Group>
        </Alert>
      ) : form.draftAt && form.dirty ? (
        <Alert color="blue" p="xs" role="status" icon={<IconArrowBackUp size={16} />}>
          <Group gap="sm">
            {t('form.draftBack', { at: instant(form.draftAt) })}
            <Button size="compact-xs" variant="default" onClick={form.reset}>
              {t('form.draftDrop')}
            </Button>
          </Group>
        </Alert>
      ) : null}
    </>
  );
}
