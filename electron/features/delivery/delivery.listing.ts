import type { deliveryContract } from '#shared/features/delivery/delivery.contract.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { mustBePlanned, savePatch } from './delivery.changing.ts';
import { listDisclosures, listItems } from './delivery.repository.ts';

type Listing = Pick<HandlersOf<typeof deliveryContract>, 'saveItem' | 'removeItem' | 'setReady' | 'disclose'>;

/** What goes along and what is told: changed item by item, each change a version of the delivery. */
export const listingHandlers: Listing = {
  async saveItem({ id, itemId, kind, name, quantity, note }, context) {
    const { writer } = context;
    const delivery = await mustBePlanned(writer, context, id);
    const values = { kind, name, quantity, note, ready: 0 };
    const saved =
      itemId === undefined
        ? await writer
            .insertInto('deliveryItem')
            .values({ ...values, deliveryId: id })
            .returning('id')
            .executeTakeFirstOrThrow()
        : await writer
            .updateTable('deliveryItem')
            .set(values)
            .where('id', '=', itemId)
            .where('deliveryId', '=', id)
            .returning('id')
            .executeTakeFirst();
    if (!saved) throw notFound('delivery', itemId);
    context.tell('item', { id: saved.id, ...values });
    await savePatch(context, delivery);
    return { itemId: saved.id };
  },

  async removeItem({ id, itemId }, context) {
    const { writer } = context;
    const delivery = await mustBePlanned(writer, context, id);
    const gone = (await listItems(writer, id)).find((item) => item.id === itemId);
    if (!gone) throw notFound('delivery', itemId);
    await writer.deleteFrom('deliveryItem').where('id', '=', itemId).execute();
    context.tell('item', { ...gone });
    await savePatch(context, delivery);
    return {};
  },

  async setReady({ id, itemIds, ready }, context) {
    const { writer } = context;
    const delivery = await mustBePlanned(writer, context, id);
    const known = new Set((await listItems(writer, id)).map((item) => item.id));
    const stranger = itemIds.find((itemId) => !known.has(itemId));
    if (stranger !== undefined) throw notFound('delivery', stranger);
    await writer
      .updateTable('deliveryItem')
      .set({ ready: Number(ready) })
      .where('id', 'in', itemIds)
      .execute();
    context.tell('items', { ids: itemIds, ready });
    await savePatch(context, delivery);
    return {};
  },

  async disclose({ id, repairId, text }, context) {
    const { writer, actor, clock } = context;
    const delivery = await mustBePlanned(writer, context, id);
    const disclosure = (await listDisclosures(writer, delivery)).find((one) => one.repairId === repairId);
    if (!disclosure) throw notFound('repair', repairId);
    const said = { text, personName: actor.name, at: clock.now() };
    await writer
      .insertInto('deliveryDisclosure')
      .values({ deliveryId: id, repairId, ...said })
      .onConflict((conflict) => conflict.columns(['deliveryId', 'repairId']).doUpdateSet(said))
      .execute();
    context.tell('disclosure', { repairId, before: disclosure.disclosedText, after: text });
    await savePatch(context, delivery);
    return {};
  },
};
