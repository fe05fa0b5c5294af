import type { Generated } from 'kysely';
import type {
  eventCostFields,
  eventFields,
  eventMaterialFields,
  EventKind,
  eventRoleFields,
} from '#shared/features/event/event.fields.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

/** A template of the store's own; never erased, since an event may have been made from it. */
export type EventTemplateTable = {
  id: Generated<number>;
  name: string;
  kind: EventKind;
  /** JSON, see event.template.ts. */
  content: string;
  /** The event that it was made from. */
  eventId: number | null;
  createdAt: string;
  personName: string;
  droppedAt: string | null;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    event: RecordTable<typeof eventFields>;
    eventRole: RecordTable<typeof eventRoleFields>;
    eventMaterial: RecordTable<typeof eventMaterialFields>;
    eventCost: RecordTable<typeof eventCostFields>;
    eventTemplate: EventTemplateTable;
  }
}
