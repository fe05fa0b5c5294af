import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DeliveryItem } from '#shared/features/delivery/delivery.contract.ts';
import { handOverItemKinds, type HandOverItemKind } from '#shared/features/delivery/delivery.fields.ts';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSaveItem } from './delivery.queries.ts';

/** One item of what goes along, new or changed. */
export function ItemDialog(props: {
  readonly deliveryId: number;
  /** undefined: a new one. */
  readonly item: DeliveryItem | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { deliveryId, item, onClose } = props;
  const { t, choice } = useTexts();
  const save = useSaveItem();
  const [kind, setKind] = useState<HandOverItemKind>(item?.kind ?? 'gift');
  const [name, setName] = useState(item?.name ?? '');
  const [quantity, setQuantity] = useState<number | null>(item?.quantity ?? 1);
  const [note, setNote] = useState(item?.note ?? '');
  const isReady = name.trim() !== '' && quantity !== null;
  const submit = (): void => {
    if (!isReady || quantity === null) return;
    save.mutate(
      {
        id: deliveryId,
        ...(item ? { itemId: item.id } : {}),
        kind,
        name,
        quantity,
        note: note.trim() || null,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      title={t(item ? 'delivery.items.editTitle' : 'delivery.items.newTitle')}
      confirm={t('common.save')}
      busy={save.isPending}
      ready={isReady}
      error={save.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <NativeSelect
        label={t('delivery.items.kind')}
        value={kind}
        onChange={(event) => {
          const chosen = handOverItemKinds.find((one) => one === event.currentTarget.value);
          if (chosen) setKind(chosen);
        }}
        data={handOverItemKinds.map((one) => ({
          value: one,
          label: choice('handOverItem', 'kind', one),
        }))}
      />
      <TextInput
        data-autofocus
        label={t('delivery.items.name')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberField
        label={t('delivery.items.quantity')}
        value={quantity}
        limits={[1, 999]}
        onChange={setQuantity}
      />
      <TextInput
        label={t('delivery.items.note')}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
