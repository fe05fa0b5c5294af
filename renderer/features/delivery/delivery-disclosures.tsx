import { Alert, Anchor, Badge, Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconSignature, IconTool } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import type { Disclosure } from '#shared/features/delivery/delivery.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { deliveryPaper, useDisclose } from './delivery.queries.ts';
import { SignedPicture } from './signed-picture.tsx';
import classes from './delivery.module.css';

/** 售前维修告知: each repair in words, and the customer's acknowledgement before anything is signed. */
export function DeliveryDisclosures(props: {
  readonly view: DeliveryView;
  readonly mayChange: boolean;
  readonly onAcknowledge: () => void;
}): ReactNode {
  const { view, mayChange, onAcknowledge } = props;
  const { t, instant } = useTexts();
  const { disclosures, acknowledgement } = view;
  const isTold = disclosures.length > 0 && disclosures.every(({ disclosedText }) => disclosedText !== null);
  return (
    <section className={classes.sheet} aria-labelledby="delivery-disclosure" id="disclosure">
      <Group gap="xs" mb={6}>
        <Title order={2} id="delivery-disclosure" className={classes.heading}>
          {t('delivery.sections.disclosure')}
        </Title>
        {isTold ? (
          <Group gap={6} ml="auto">
            <PaperButton
              name={view.number}
              load={deliveryPaper(view.id, 'disclosure')}
              label={t('delivery.disclosure.print')}
            />
            {mayChange && acknowledgement === null ? (
              <Button
                className={classes.key}
                leftSection={<IconSignature size={15} aria-hidden />}
                onClick={onAcknowledge}
              >
                {t('delivery.disclosure.acknowledge')}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </Group>
      {disclosures.length === 0 ? (
        <Text c="dimmed">{t('delivery.disclosure.none')}</Text>
      ) : (
        <Text size="xs" c="dimmed" mb={6}>
          {t('delivery.disclosure.rule')}
        </Text>
      )}
      {disclosures.map((one) => (
        <Repair key={one.number} deliveryId={view.id} disclosure={one} mayChange={mayChange} />
      ))}
      {acknowledgement ? (
        <Alert mt="xs" p="xs" color="green" icon={<IconCheck size={18} />}>
          {t('delivery.disclosure.acknowledged', {
            name: acknowledgement.name,
            at: instant(acknowledgement.at),
            witness: acknowledgement.witnessName,
          })}
          <SignedPicture deliveryId={view.id} signature={acknowledgement} />
        </Alert>
      ) : disclosures.length > 0 && mayChange ? (
        <Text size="xs" mt="xs">
          {t('delivery.disclosure.waits')}
        </Text>
      ) : null}
    </section>
  );
}

function Repair(props: {
  readonly deliveryId: number;
  readonly disclosure: Disclosure;
  readonly mayChange: boolean;
}): ReactNode {
  const { deliveryId, disclosure, mayChange } = props;
  const { repairId, number, on, open, text, disclosedText } = disclosure;
  const { t, day } = useTexts();
  const link = useLink();
  const disclose = useDisclose();
  const [words, setWords] = useState(disclosedText ?? text);
  const isSaved = words.trim() === disclosedText;
  return (
    <div className={classes.repair}>
      <Group gap="xs">
        <IconTool size={15} aria-hidden />
        <Anchor size="sm" className="figures" {...link(recordAddress('repair', repairId))}>
          {t('delivery.disclosure.repair', { number, day: day(on) })}
        </Anchor>
        {open ? (
          <Badge color="orange" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('delivery.disclosure.open')}
          </Badge>
        ) : null}
      </Group>
      {mayChange ? (
        <>
          {text ? (
            <Text size="xs" c="dimmed">
              {t('delivery.disclosure.said', { text })}
            </Text>
          ) : null}
          <Textarea
            aria-label={t('delivery.disclosure.wordsOf', { number })}
            placeholder={t('delivery.disclosure.words')}
            value={words}
            autosize
            minRows={2}
            maxLength={1000}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Group gap="xs">
            <Button
              variant={isSaved ? 'default' : 'filled'}
              className={classes.key}
              disabled={isSaved || words.trim().length < 2}
              loading={disclose.isPending}
              onClick={() => disclose.mutate({ id: deliveryId, repairId, text: words })}
            >
              {t('delivery.disclosure.save')}
            </Button>
            <Text size="xs" c="dimmed" role="status">
              {isSaved
                ? t('delivery.disclosure.saved')
                : disclosedText === null
                  ? ''
                  : t('delivery.disclosure.changed')}
            </Text>
          </Group>
          <ErrorNote error={disclose.error} />
        </>
      ) : (
        <Text className={classes.words}>{disclosedText ?? text}</Text>
      )}
    </div>
  );
}
