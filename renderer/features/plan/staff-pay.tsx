import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconReceiptYuan } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { StaffRow } from '#shared/features/plan/plan.content.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { desk } from '#renderer/transport/desk.ts';

/** 每人月成本 from the pay rules of the posts that the person may see; nothing for who may see none. */
export function StaffPay(props: {
  readonly posts: readonly StaffRow[];
  readonly onPosts: (posts: StaffRow[]) => void;
}): ReactNode {
  const { posts, onPosts } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const taking = useMutation({ mutationFn: () => desk.income.cost({}) });
  if (!may('pay.read') || posts.length === 0) return null;
  const take = (): void =>
    taking.mutate(undefined, {
      onSuccess: (costs) => {
        let count = 0;
        const filled = posts.map((row) => {
          const cost = costs.find(({ postName }) => postName === row.post.trim());
          if (!cost) return row;
          count += 1;
          return { ...row, monthlyCostFen: cost.averageFen ?? cost.fixedFen };
        });
        onPosts(filled);
        notifications.show({ message: t('plan.ui.costTaken', { count, all: posts.length }) });
      },
    });
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconReceiptYuan size={15} />}
          loading={taking.isPending}
          onClick={take}
        >
          {t('plan.ui.costFromPay')}
        </Button>
        <Text size="xs" c="dimmed" style={{ flex: 1 }}>
          {t('plan.ui.costFromPayHint')}
        </Text>
      </Group>
      <ErrorNote error={taking.error} />
    </>
  );
}
