import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCreditCard } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { tiersForSale } from '#shared/features/membership/membership-offer.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EnrolDialog } from './enrol.dialog.tsx';
import { balanceText } from './membership-words.ts';
import { useDesign, useEnrol, useMembershipOf } from './membership.queries.ts';
import classes from './membership.module.css';

/** 会员 on the customer's page: what the membership holds, or the way in. */
export function CustomerMembership({ customerId }: { readonly customerId: number }): ReactNode {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const go = useGo();
  const link = useLink();
  const sees = may('membership.read');
  const { data } = useMembershipOf(customerId, sees);
  const enrol = useEnrol();
  const [isAsking, setIsAsking] = useState(false);
  const design = useDesign(sees && data === null).data?.content;
  if (!sees || data === undefined) return null;
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('membership.ofCustomer')}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          <strong>{t('membership.ofCustomer')}</strong>{' '}
          {data === null ? (
            t('membership.notMember')
          ) : (
            <span className="figures">
              {data.tier} · {balanceText(data.usable, texts)}
            </span>
          )}
        </Text>
        {data === null ? (
          may('membership.redeem') ? (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconCreditCard size={14} aria-hidden />}
              loading={enrol.isPending}
              onClick={() => {
                if (design && tiersForSale(design).length > 0) return setIsAsking(true);
                return enrol.mutate(
                  { customerId, note: null },
                  {
                    onSuccess: ({ id }) => {
                      notifications.show({ message: t('membership.enrolled'), color: 'green' });
                      go(`/membership/${id}`);
                    },
                  },
                );
              }}
            >
              {t('membership.enrol')}
            </Button>
          ) : null
        ) : (
          <Button component="a" size="compact-sm" variant="default" {...link(`/membership/${data.id}`)}>
            {t('membership.openMember', { number: data.number })}
          </Button>
        )}
      </Group>
      <ErrorNote error={enrol.error} />
      {isAsking && design ? (
        <EnrolDialog customerId={customerId} design={design} onClose={() => setIsAsking(false)} />
      ) : null}
    </section>
  );
}
