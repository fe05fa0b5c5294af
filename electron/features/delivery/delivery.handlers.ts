import type {
  deliveryContract,
  handOverItemContract,
  handOverSheetContract,
} from '#shared/features/delivery/delivery.contract.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import type { Printer } from '#electron/reports/sheet-file.ts';
import { listingHandlers } from './delivery.listing.ts';
import { pictureHandlers } from './delivery.pictures.ts';
import { planningHandlers } from './delivery.planning.ts';
import { deliveryRecord, handOverItemRecord, handOverSheetRecord } from './delivery.record.ts';
import { printHandlers } from './delivery.print.ts';
import { signingHandlers } from './delivery.signing.ts';
import { readDeliveryView, readDesk } from './delivery.view.ts';

export type DeliveryParts = Printer & { readonly cost: PasswordCost };

const deliveryHandlers = (parts: DeliveryParts): HandlersOf<typeof deliveryContract> => ({
  ...readOnlyCalls(recordHandlers(deliveryRecord)),
  ...planningHandlers,
  ...listingHandlers,
  ...pictureHandlers(parts.attachments),
  ...signingHandlers(parts),
  ...printHandlers(parts),
  view: async ({ id }, context) => readDeliveryView(context, id),
  desk: async (_input, context) => readDesk(context),
});

const handOverItemHandlers: HandlersOf<typeof handOverItemContract> = recordHandlers(handOverItemRecord);
const handOverSheetHandlers: HandlersOf<typeof handOverSheetContract> = readOnlyCalls(
  recordHandlers(handOverSheetRecord),
);

/** Every call of deliveries: the delivery, the shipped list of what goes along, the register of sheets. */
export const deliveryFeature = (parts: DeliveryParts) => ({
  delivery: deliveryHandlers(parts),
  handOverItem: handOverItemHandlers,
  handOverSheet: handOverSheetHandlers,
});
