import { dayPartOf, usualOf, type Usual } from '#shared/features/portrait/portrait-file.rules.ts';
import type { Preference, PreferenceKind } from '#shared/features/portrait/portrait-views.ts';
import { timeOfInstant, weekdayOf } from '#shared/kernel/day.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import type { PortraitSight } from './portrait.sight.ts';

/** Visits and talks longer ago than the last so many say little of what is usual now. */
const looked = 60;
/** China has one time zone. */
const storeOffsetMinutes = 480;

/** 偏好: usual day and time, people, way of contact, kinds of work, brands and models; as far as the person may read them. */
export async function readPreferences(
  { reader, actor }: QueryContext,
  customerId: number,
  sight: PortraitSight,
): Promise<Preference[]> {
  const found: Preference[] = [];
  const put = (kind: PreferenceKind, usual: Usual<string | number> | null, name?: string): void => {
    if (usual) found.push({ kind, value: name ?? String(usual.value), count: usual.count, of: usual.of });
  };
  const names = new Map<number, string>();
  const person = (kind: PreferenceKind, ids: readonly (number | null)[]): void => {
    const usual = usualOf(ids);
    put(kind, usual, usual ? names.get(usual.value) : undefined);
  };
  if (sight.visits) {
    const visits = await reader
      .selectFrom('repair')
      .select(['id', 'checkedInOn', 'checkedInAt', 'adviserId', 'technicianId', 'type'])
      .where('customerId', '=', customerId)
      .where('removedAt', 'is', null)
      .where('state', '!=', 'cancelled')
      .where('type', '!=', 'internal')
      .orderBy('checkedInOn', 'desc')
      .orderBy('id', 'desc')
      .limit(looked)
      .execute();
    await readPeople(
      reader,
      names,
      visits.flatMap(({ adviserId, technicianId }) => [adviserId, technicianId]),
    );
    put('weekday', usualOf(visits.map(({ checkedInOn }) => weekdayOf(checkedInOn))));
    put(
      'dayPart',
      usualOf(
        visits.map(({ checkedInAt }) =>
          checkedInAt === null ? null : dayPartOf(timeOfInstant(checkedInAt, storeOffsetMinutes)),
        ),
      ),
    );
    person(
      'adviser',
      visits.map(({ adviserId }) => adviserId),
    );
    person(
      'technician',
      visits.map(({ technicianId }) => technicianId),
    );
    put('work', usualOf(visits.map(({ type }) => type)));
    const items = await reader
      .selectFrom('repairLine')
      .innerJoin('repair', 'repair.id', 'repairLine.repairId')
      .select('repairLine.name')
      .where('repairLine.removedAt', 'is', null)
      .where('repairLine.repairId', 'in', visits.length > 0 ? visits.map(({ id }) => id) : [0])
      .orderBy('repair.checkedInOn', 'desc')
      .execute();
    put('item', usualOf(items.map(({ name }) => name)));
  }
  const scope = scopeOf(actor.roles, 'order.read');
  const orders =
    scope === undefined
      ? []
      : await reader
          .selectFrom('vehicleOrder')
          .select(['consultantId', 'model'])
          .where('customerId', '=', customerId)
          .where('removedAt', 'is', null)
          .where('state', '!=', 'cancelled')
          .$if(scope === 'own', (query) => query.where('consultantId', '=', actor.personId))
          .orderBy('orderedOn', 'desc')
          .limit(looked)
          .execute();
  await readPeople(
    reader,
    names,
    orders.map(({ consultantId }) => consultantId),
  );
  person(
    'consultant',
    orders.map(({ consultantId }) => consultantId),
  );
  const talks = await reader
    .selectFrom('followUp')
    .select(['way', 'result'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .orderBy('happenedOn', 'desc')
    .limit(looked)
    .execute();
  put('way', usualOf(talks.map(({ way, result }) => (result === 'notReached' ? null : way))));
  const vehicles = await reader
    .selectFrom('vehicle')
    .select(['brand', 'model'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  // One vehicle of a brand is a fact, not a habit; it is told all the same.
  const owned = (values: readonly (string | null)[]): Usual<string> | null => {
    const known = values.filter((value) => value !== null);
    const only = known[0];
    return known.length === 1 && only !== undefined ? { value: only, count: 1, of: 1 } : usualOf(values);
  };
  put('brand', owned(vehicles.map(({ brand }) => brand)));
  put('model', owned([...orders, ...vehicles].map(({ model }) => model)));
  return found;
}

async function readPeople(
  reader: QueryContext['reader'],
  names: Map<number, string>,
  ids: readonly (number | null)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const people = await reader.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
  for (const { id, name } of people) names.set(id, name);
}
