import { ActionIcon, Button, Loader, Text, Textarea, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import type { PayRule } from '#shared/features/pay/pay.contract.ts';
import { monthOf } from '#shared/kernel/period.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { PayEditions, WithdrawPay } from './pay-editions.tsx';
import { HeadPart } from './pay-head.tsx';
import { WelfareRows, type EditProps } from './pay-lines.tsx';
import { PayPart } from './pay-part.tsx';
import { PayPreview } from './pay-preview.tsx';
import { emptyPay, readTyped, typedOf, typedPaySchema } from './pay-typed.ts';
import { VariablePart } from './pay-variable.tsx';
import { usePayRules, useSavePay } from './pay.queries.ts';

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
    if (toUnread(document) || !isReady || readOnly || saving.isPending) return;
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
            {rule ? <WithdrawPay id={rule.id} /> : null}
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
      <div className={columns.last}>
        <div>
          <HeadPart {...edit} postName={rule?.postName} isNew={rule === null} />
          {typed.unit === 'fixed' ? null : <VariablePart {...edit} />}
          <PayPart title={t('pay.welfare')}>
            <WelfareRows {...edit} />
          </PayPart>
          <PayPart title={t('pay.note')}>
            <Textarea
              aria-label={t('pay.note')}
              value={typed.note}
              readOnly={readOnly}
              maxLength={1000}
              autosize
              minRows={2}
              onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
            />
          </PayPart>
          {rule ? <PayEditions lineId={rule.lineId} /> : null}
        </div>
        <PayPreview content={content} />
      </div>
    </PageFrame>
  );
}
