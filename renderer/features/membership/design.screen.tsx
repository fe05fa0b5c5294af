import { Anchor, Badge, Button, Group, Loader, SimpleGrid, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalculator, IconDeviceFloppy } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { DesignEdition } from '#shared/features/membership/membership-views.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DesignFields, DesignPart } from './design-fields.tsx';
import type { DesignEdit } from './design-rows.tsx';
import { readTyped, typedDesignSchema, typedOf } from './design-typed.ts';
import { useDesign, useDesigns, useDropDesign, useSaveDesign, useSimulated } from './membership.queries.ts';
import classes from './membership.module.css';

/** 会员制度 in editions with dates; the owner writes, everybody who sees members reads. */
export function DesignScreen(): ReactNode {
  const { t } = useTexts();
  const { data, error } = useDesign();
  if (data) return <DesignEditor key={data.edition} present={data} />;
  return (
    <PageFrame title={t('membership.design.title')}>
      <ErrorNote error={error} />
      <Loader size="sm" aria-label={t('common.loading')} />
    </PageFrame>
  );
}

function DesignEditor({ present }: { readonly present: DesignEdition }): ReactNode {
  const { t, issue, day } = useTexts();
  const { may, today } = useSession();
  const link = useLink();
  const empty = useMemo(() => typedOf(present.content), [present]);
  const [typed, setTyped, drop] = useDraft(
    { feature: 'membershipDesign', id: present.edition + 1 },
    typedDesignSchema,
    empty,
  );
  const [fromDay, setFromDay] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const saving = useSaveDesign();
  const { content, issues } = useMemo(() => readTyped(typed), [typed]);
  const readOnly = !may('membership.design');
  const served = useFieldIssue(saving.error);
  const problem = (field: string): string | undefined => {
    const found = issues.find((one) => one.field === field);
    return found ? issue(found) : served(`content.${field}`);
  };
  const late = served('fromDay');
  const isReady = content !== null && fromDay !== null && !readOnly;
  const save = (): void => {
    if (toUnread(document) || !isReady || saving.isPending) return;
    saving.mutate(
      { fromDay, content, note: note.trim() || null },
      {
        onSuccess: ({ edition }) => {
          drop();
          setNote('');
          notifications.show({ message: t('membership.design.saved', { edition }), color: 'green' });
        },
      },
    );
  };
  useShortcut('mod+s', save);
  const edit: DesignEdit = { typed, onChange: setTyped, problem, readOnly };
  return (
    <PageFrame
      title={t('membership.design.title')}
      maxWidth={1000}
      subtitle={
        present.edition === 0
          ? t('membership.design.shipped')
          : t('membership.design.present', { edition: present.edition, day: day(present.fromDay) })
      }
      actions={
        readOnly ? (
          <Text size="sm" c="dimmed">
            {t('membership.design.readOnly')}
          </Text>
        ) : (
          <>
            <Button
              component="a"
              variant="default"
              leftSection={<IconCalculator size={15} aria-hidden />}
              {...link('/simulation')}
            >
              {t('membership.design.simulate')}
            </Button>
            <Button
              leftSection={<IconDeviceFloppy size={15} />}
              disabled={!isReady}
              loading={saving.isPending}
              onClick={save}
            >
              {t('membership.design.save')}
            </Button>
          </>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('membership.design.sentence')}
      </Text>
      {late && served.length === 1 ? null : <ErrorNote error={saving.error} />}
      {readOnly ? null : (
        <section className={`sheet ${classes.part}`}>
          <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm">
            <DayInput
              label={t('membership.design.from')}
              value={fromDay}
              error={late}
              onChange={setFromDay}
            />
            <TextInput
              label={t('membership.design.note')}
              value={note}
              maxLength={200}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </SimpleGrid>
        </section>
      )}
      <DesignFields {...edit} />
      <Editions />
    </PageFrame>
  );
}

function Editions(): ReactNode {
  const { t, day } = useTexts();
  const { may, today } = useSession();
  const { data } = useDesigns();
  const link = useLink();
  const simulated = useSimulated(may('simulation.use')).data;
  const dropping = useDropDesign();
  if (!data || data.length === 0) return null;
  return (
    <DesignPart title={t('membership.design.editions')}>
      {data.map(({ edition, fromDay, createdByName, note }) => (
        <Group key={edition} gap="xs" mih={28}>
          <Text size="sm">
            {t('membership.design.editionLine', { edition, day: day(fromDay), name: createdByName })}
            {note === null ? '' : ` · ${note}`}
          </Text>
          {simulated
            ?.filter((one) => one.edition === edition)
            .map(({ id }) => (
              <Anchor key={id} size="sm" display="inline-block" lh="24px" {...link(`/simulation/${id}`)}>
                {t('membership.design.expected')}
              </Anchor>
            ))}
          {fromDay > today ? (
            <>
              <Badge size="sm" variant="light">
                {t('membership.design.toCome')}
              </Badge>
              {may('membership.design') ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={dropping.isPending}
                  onClick={() =>
                    dropping.mutate(
                      { edition },
                      {
                        onSuccess: () => void notifications.show({ message: t('membership.design.dropped') }),
                      },
                    )
                  }
                >
                  {t('membership.design.drop')}
                </Button>
              ) : null}
            </>
          ) : null}
        </Group>
      ))}
      <ErrorNote error={dropping.error} />
    </DesignPart>
  );
}
