import { ActionIcon, Button, Checkbox, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconChecks, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DeliveryItem, DeliveryView } from '#shared/features/delivery/delivery.contract.ts';
import { handOverItemKinds } from '#shared/features/delivery/delivery.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRemoveItem, useSetReady } from './delivery.queries.ts';
import { ItemDialog } from './item.dialog.tsx';
import classes from './delivery.module.css';

/** 交接清单: what goes along, by kind, each ticked when it lies ready. */
export function DeliveryItems(props: {
  readonly view: DeliveryView;
  readonly mayChange: boolean;
}): ReactNode {
  const { view, mayChange } = props;
  const { t, choice } = useTexts();
  const ready = useSetReady();
  const [edited, setEdited] = useState<DeliveryItem | 'new'>();
  const open = view.items.filter((item) => !item.ready);
  return (
    <section className={classes.sheet} aria-labelledby="delivery-items" id="items">
      <Group gap="xs" mb={6}>
        <Title order={2} id="delivery-items" className={classes.heading}>
          {t('delivery.sections.items')}
        </Title>
        <Text size="xs" c="dimmed" className="figures">
          {t('delivery.items.count', { ready: view.items.length - open.length, count: view.items.length })}
        </Text>
        {mayChange ? (
          <Group gap={6} ml="auto">
            {open.length > 0 ? (
              <Button
                variant="default"
                className={classes.key}
                leftSection={<IconChecks size={15} aria-hidden />}
                onClick={() => ready.mutate({ id: view.id, itemIds: open.map(({ id }) => id), ready: true })}
              >
                {t('delivery.items.allReady')}
              </Button>
            ) : null}
            <Button
              variant="default"
              className={classes.key}
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setEdited('new')}
            >
              {t('delivery.items.add')}
            </Button>
          </Group>
        ) : null}
      </Group>
      <ErrorNote error={ready.error} />
      {view.items.length === 0 ? <Text c="dimmed">{t('delivery.items.none')}</Text> : null}
      <div className={classes.kinds}>
        {handOverItemKinds
          .filter((kind) => view.items.some((item) => item.kind === kind))
          .map((kind) => (
            <div key={kind}>
              <Title order={3} className={classes.kind}>
                {choice('handOverItem', 'kind', kind)}
              </Title>
              <ul className={classes.items}>
                {view.items
                  .filter((item) => item.kind === kind)
                  .map((item) => (
                    <Item
                      key={item.id}
                      deliveryId={view.id}
                      item={item}
                      mayChange={mayChange}
                      onReady={(isReady) => ready.mutate({ id: view.id, itemIds: [item.id], ready: isReady })}
                      onEdit={() => setEdited(item)}
                    />
                  ))}
              </ul>
            </div>
          ))}
      </div>
      {edited ? (
        <ItemDialog
          deliveryId={view.id}
          item={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </section>
  );
}

function Item(props: {
  readonly deliveryId: number;
  readonly item: DeliveryItem;
  readonly mayChange: boolean;
  readonly onReady: (ready: boolean) => void;
  readonly onEdit: () => void;
}): ReactNode {
  const { deliveryId, item, mayChange, onReady, onEdit } = props;
  const { t } = useTexts();
  const remove = useRemoveItem();
  const { name } = item;
  const words = (
    <>
      {name} <span className="figures">× {item.quantity}</span>
      {item.note ? <small> {item.note}</small> : null}
    </>
  );
  if (!mayChange)
    return (
      <li className={classes.item}>
        <span>
          {item.ready ? <IconCheck size={15} role="img" aria-label={t('delivery.items.ready')} /> : null}{' '}
          {words}
        </span>
      </li>
    );
  return (
    <li className={classes.item}>
      <Checkbox
        className={classes.tick}
        checked={item.ready}
        aria-label={t('delivery.items.readyOf', { name })}
        label={words}
        onChange={(event) => onReady(event.currentTarget.checked)}
      />
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          color="gray"
          className={classes.icon}
          aria-label={t('delivery.items.editOf', { name })}
          onClick={onEdit}
        >
          <IconPencil size={16} />
        </ActionIcon>
        <ActionIcon
          color="gray"
          className={classes.icon}
          aria-label={t('delivery.items.removeOf', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: deliveryId, itemId: item.id })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <ErrorNote error={remove.error} />
    </li>
  );
}
