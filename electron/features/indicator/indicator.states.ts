import type { RawBuilder, SqlBool } from 'kysely';
import type { StateReader } from '#shared/features/indicator/indicator.definition.ts';
import { defaultAgeBuckets } from '#shared/features/meeting/meeting.definitions.ts';
import {
  complaintOpenDrill,
  openOrderDrill,
  peopleDrill,
  receivableDrill,
  stockDrill,
} from '#shared/features/meeting/meeting.drills.ts';
import type { Drill } from '#shared/features/meeting/meeting.pack.ts';
import { parseAgeBuckets } from '#shared/features/meeting/meeting.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { receivableMayBeOpenOn } from '../receivable/receivable.repository.ts';

/** The limits of 库龄 and 账龄 that the store set. */
export const readAgeLimits = async (reader: Reader): Promise<readonly number[]> =>
  parseAgeBuckets((await readSetting(reader, 'ageBuckets')) ?? '') ?? defaultAgeBuckets;

/** The list whose total is a state at the end of a day, and the field of whose it is. */
export const stateOf: Readonly<
  Record<
    StateReader,
    {
      readonly feature: 'stock' | 'order' | 'receivable' | 'person' | 'complaint';
      readonly table: 'stock' | 'vehicleOrder' | 'receivable' | 'person' | 'complaint';
      /** Whose a row is, by the id of a person; `id`: the row is the person. */
      readonly person?: string;
      readonly drill: (asOf: Day, limits: readonly number[]) => Drill;
      /** Rows that alone can be in the list, where an index tells them; narrows, never decides. */
      readonly mayCount?: (asOf: Day) => RawBuilder<SqlBool>;
    }
  >
> = {
  stockHeld: {
    feature: 'stock',
    table: 'stock',
    drill: (asOf, limits) => stockDrill({}, asOf, limits),
  },
  stockAged: {
    feature: 'stock',
    table: 'stock',
    drill: (asOf, limits) => stockDrill({ bucket: limits.length }, asOf, limits),
  },
  openOrders: {
    feature: 'order',
    table: 'vehicleOrder',
    person: 'consultantId',
    drill: (asOf) => openOrderDrill(asOf),
  },
  receivablesOpen: {
    feature: 'receivable',
    table: 'receivable',
    person: 'personId',
    drill: (asOf) => receivableDrill.open(asOf),
    mayCount: receivableMayBeOpenOn,
  },
  receivablesOverdue: {
    feature: 'receivable',
    table: 'receivable',
    person: 'personId',
    drill: (asOf) => receivableDrill.dueUpTo(asOf, addDays(asOf, -1)),
    mayCount: receivableMayBeOpenOn,
  },
  receivablesAged: {
    feature: 'receivable',
    table: 'receivable',
    person: 'personId',
    drill: (asOf, limits) => receivableDrill.aged(asOf, limits.length, limits),
    mayCount: receivableMayBeOpenOn,
  },
  peopleInPost: { feature: 'person', table: 'person', person: 'id', drill: (asOf) => peopleDrill(asOf) },
  openComplaints: {
    feature: 'complaint',
    table: 'complaint',
    person: 'aboutId',
    drill: (asOf) => complaintOpenDrill(asOf),
  },
};
