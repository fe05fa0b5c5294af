import {
  ActionIcon,
  Button,
  Group,
  Loader,
  NativeSelect,
  SimpleGrid,
  Text,
  Textarea,
  Title,
  Tooltip,
} from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { payUnits, shareKindsOf } from '#shared/features/pay/pay.content.ts';
import type { PayRule } from '#shared/features/pay/pay.contract.ts';
import { monthPattern } from '#shared/kernel/day.ts';
import { monthOf } from '#shared/kernel/period.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { CoefficientRows, StepRows, WelfareRows, type EditProps } from './pay-lines.tsx';
import { PayPreview } from './pay-preview.tsx';
import { emptyPay, readTyped, typedOf, typedPaySchema } from './pay-typed.ts';
import { usePayEditions, usePayRules, useSavePay, useWithdrawPay } from './pay.queries.ts';
import classes from './pay.module.css';

/** 薪酬规则: a new one, or an edition that another takes the place of. */
export function PayScreen(): ReactNode {
  const { t } = useTexts();
  const id = useParams({ strict: false })['id'];
  const { data, error } = usePayRules();
  if (id === 'new') return <PayEditor key="new" rule={null} />;
  const rule = data?.find((one) => one.id === Number(id));
  if (rule) return <PayEditor key={rule.id} rule={rule} />;
  return (
    <PageFrame title={t('pay.one')} before={<Back />}>
      <ErrorNote error={error} />
      {data ? (
        <Text>{t('problem.codes.not-found')}</Text>
      ) : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}

function Back(): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  return (
    <Tooltip label={t('pay.back')}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('pay.back')} onClick={() => go('/pay')}>
        <IconArrowLeft size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

function PayEditor({ rule }: { readonly rule: PayRule | null }): ReactNode {
  const texts = useTexts();
  const { t, issue } = texts;
  const { may, today } = useSession();
  const go = useGo();
  const empty = useMemo(() => (rule ? typedOf(rule) : emptyPay(monthOf(today))), [rule, today]);
  const [typed, setTyped, drop] = useDraft({ feature: 'pay', id: rule?.id ?? 'new' }, typedPaySchema, empty);
  const saving = useSavePay();
  const { content, issues } = useMemo(() => readTyped(typed), [typed]);
  const readOnly = !may('pay.write');
  const serverIssues = saving.error ? errorData(saving.error) : undefined;
  const problem = (field: string): string | undefined => {
    const found =
      issues.find((one) => one.field === field) ??
      (serverIssues?.code === 'invalid-input'
        ? serverIssues.issues.find((one) => one.field === field)
        : undefined);
    // Nothing is red before anything was typed.
    return found === undefined || (found.issue === 'required' && rule === null && !saving.isError)
      ? undefined
      : issue(found);
  };
  const { postId, fromMonth } = typed;
  const isReady = content !== null && postId !== null && fromMonth !== null;
  const save = (): void => {
    if (!isReady || readOnly || saving.isPending) return;
    saving.mutate(
      {
        id: rule?.id ?? null,
        postId,
        fromMonth,
        toMonth: typed.toMonth,
        content,
        note: typed.note.trim() || null,
      },
      {
        onSuccess: ({ id, edition }) => {
          drop();
          notifications.show({ message: t('pay.saved', { edition }), color: 'green' });
          go(`/pay/${id}`, { replace: true });
        },
      },
    );
  };
  useShortcut('mod+s', save);
  const edit: EditProps = { typed, onChange: setTyped, problem, readOnly };
  return (
    <PageFrame
      title={rule ? `${t('pay.one')} · ${rule.postName}` : t('pay.add')}
      before={<Back />}
      subtitle={rule ? t('pay.edition', { count: rule.edition }) : undefined}
      actions={
        readOnly ? (
          <Text size="sm" c="dimmed">
            {t('pay.readOnly')}
          </Text>
        ) : (
          <>
            {rule ? <Withdraw id={rule.id} /> : null}
            <Button
              leftSection={<IconDeviceFloppy size={15} />}
              disabled={!isReady}
              loading={saving.isPending}
              onClick={save}
            >
              {t(rule ? 'pay.save' : 'pay.saveFirst')}
            </Button>
          </>
        )
      }
    >
      <ErrorNote error={saving.error} />
      <div className={classes.layout}>
        <div>
          <HeadPart {...edit} postName={rule?.postName} isNew={rule === null} />
          <Part title={t('pay.steps')}>
            {readOnly ? (
              <Text size="sm">{t(`pay.stepKinds.${typed.stepKind}`)}</Text>
            ) : (
              <NativeSelect
                aria-label={t('pay.stepKind')}
                value={typed.stepKind}
                onChange={(event) =>
                  setTyped({ ...typed, stepKind: event.currentTarget.value === 'above' ? 'above' : 'all' })
                }
                data={(['all', 'above'] as const).map((value) => ({
                  value,
                  label: t(`pay.stepKinds.${value}`),
                }))}
                maw={420}
                mb={4}
              />
            )}
            <StepRows {...edit} />
          </Part>
          <SharePart {...edit} />
          <Part title={t('pay.coefficients')}>
            <CoefficientRows {...edit} />
            {typed.coefficients.length > 0 ? (
              <NativeSelect
                label={t('pay.coefficientOn')}
                disabled={readOnly}
                value={typed.coefficientOn}
                onChange={(event) =>
                  setTyped({
                    ...typed,
                    coefficientOn: event.currentTarget.value === 'variable' ? 'variable' : 'commission',
                  })
                }
                data={(['commission', 'variable'] as const).map((value) => ({
                  value,
                  label: t(`pay.coefficientOns.${value}`),
                }))}
                maw={280}
              />
            ) : null}
          </Part>
          <Part title={t('pay.welfare')}>
            <WelfareRows {...edit} />
          </Part>
          <Part title={t('pay.note')}>
            <Textarea
              aria-label={t('pay.note')}
              value={typed.note}
              readOnly={readOnly}
              maxLength={1000}
              autosize
              minRows={2}
              onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
            />
          </Part>
          {rule ? <Editions lineId={rule.lineId} /> : null}
        </div>
        <PayPreview content={content} />
      </div>
    </PageFrame>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={`sheet ${classes.part}`} aria-label={props.title}>
      <Title order={2} size="h3" mb={6}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}

function HeadPart(
  props: EditProps & { readonly postName: string | undefined; readonly isNew: boolean },
): ReactNode {
  const { typed, onChange, problem, readOnly, postName, isNew } = props;
  const { t, language } = useTexts();
  const month = (name: 'fromMonth' | 'toMonth', required: boolean): ReactNode => (
    <MonthPickerInput
      label={t(name === 'fromMonth' ? 'pay.from' : 'pay.to')}
      value={typed[name] === null ? null : `${typed[name]}-01`}
      onChange={(day) => onChange({ ...typed, [name]: day === null ? null : day.slice(0, 7) })}
      valueFormat={monthPattern[language]}
      placeholder={required ? undefined : t('pay.noEnd')}
      clearable={!required && !readOnly}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      readOnly={readOnly}
      required={required}
      error={problem(name)}
      size="xs"
    />
  );
  return (
    <section className={`sheet ${classes.part}`}>
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <ReferenceField
          feature="post"
          label={t('pay.post')}
          required
          readOnly={readOnly || !isNew}
          {...(postName === undefined ? {} : { name: postName })}
          value={typed.postId}
          error={problem('postId')}
          onChange={(postId) => onChange({ ...typed, postId })}
        />
        {month('fromMonth', true)}
        {month('toMonth', false)}
        <MoneyField
          label={t('pay.base')}
          required
          value={typed.baseFen}
          readOnly={readOnly}
          error={problem('baseFen')}
          onChange={(baseFen) => onChange({ ...typed, baseFen })}
        />
        <MoneyField
          label={t('pay.cap')}
          value={typed.capFen}
          readOnly={readOnly}
          error={problem('capFen')}
          onChange={(capFen) => onChange({ ...typed, capFen })}
        />
        <NativeSelect
          label={t('pay.unit')}
          disabled={readOnly}
          value={typed.unit}
          onChange={(event) => {
            const unit = payUnits.find((one) => one === event.currentTarget.value);
            if (unit) onChange({ ...typed, unit });
          }}
          data={payUnits.map((value) => ({ value, label: t(`pay.units.${value}`) }))}
        />
      </SimpleGrid>
    </section>
  );
}

function SharePart({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const kinds = shareKindsOf[typed.unit];
  return (
    <Part title={t('pay.shares')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('pay.sharesHint')}
      </Text>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {kinds.map((of) => (
          <NumberField
            key={of}
            label={t(`pay.shareKinds.${of}`)}
            scale={2}
            unit="%"
            value={typed.shares[of] ?? null}
            readOnly={readOnly}
            error={problem(`shares.${of}`)}
            onChange={(value) => onChange({ ...typed, shares: { ...typed.shares, [of]: value } })}
          />
        ))}
      </SimpleGrid>
    </Part>
  );
}

function Editions({ lineId }: { readonly lineId: number }): ReactNode {
  const { t, money, instant } = useTexts();
  const { data } = usePayEditions(lineId);
  if (!data || data.length < 2) return null;
  return (
    <Part title={t('pay.editions')}>
      {data.map((one) => (
        <Group key={one.id} gap="xs">
          <Text size="sm">{t('pay.editionLine', { edition: one.edition, name: one.createdByName })}</Text>
          <Text size="sm" c="dimmed" className="figures">
            {instant(one.createdAt)} · {t('pay.base')} {money(one.content.baseFen)}
            {one.replacedAt === null ? ` · ${t('pay.present')}` : ''}
          </Text>
        </Group>
      ))}
    </Part>
  );
}

function Withdraw({ id }: { readonly id: number }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const [asked, setAsked] = useState(false);
  const withdrawing = useWithdrawPay();
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('pay.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('pay.withdraw')}
        confirm={t('pay.withdraw')}
        danger
        busy={withdrawing.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          withdrawing.mutate(
            { id },
            {
              onSuccess: () => {
                notifications.show({ message: t('pay.withdrawn') });
                go('/pay');
              },
              onSettled: () => setAsked(false),
            },
          )
        }
      >
        {t('pay.withdrawSure')}
      </ConfirmDialog>
      <ErrorNote error={withdrawing.error} />
    </>
  );
}
