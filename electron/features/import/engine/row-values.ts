import { classifyPlate } from '#shared/kernel/plate.ts';
import type { FedRow, MappedColumn } from '../feed/row-reader.ts';

type Part = { readonly address: string; readonly field: string; readonly place: number };

/** What the row at hand says, by address; empty cells are absent, because they never wipe anything. One for all rows. */
export class RowValues {
  readonly #columns: readonly MappedColumn[];
  readonly #places = new Map<string, number>();
  readonly #parts = new Map<string, Part[]>();
  #row: FedRow | undefined;

  constructor(columns: readonly MappedColumn[]) {
    this.#columns = columns;
    for (const [place, { address }] of columns.entries()) {
      const dot = address.indexOf('.');
      const feature = address.slice(0, dot);
      this.#places.set(address, place);
      this.#parts.set(feature, [
        ...(this.#parts.get(feature) ?? []),
        { address, field: address.slice(dot + 1), place },
      ]);
    }
  }

  turnTo(row: FedRow): void {
    this.#row = row;
  }

  get(address: string): string | number | undefined {
    const place = this.#places.get(address);
    return place === undefined ? undefined : this.at(place);
  }

  has(address: string): boolean {
    return this.get(address) !== undefined;
  }

  /** Columns that go to a feature; what they say is asked with `at`. */
  partsOf(feature: string): readonly Part[] {
    return this.#parts.get(feature) ?? [];
  }

  at(place: number): string | number | undefined {
    const row = this.#row;
    const value = row?.values[place];
    if (value !== true) return value ?? undefined;
    return row?.cells[this.#columns[place]?.column ?? -1] ?? undefined;
  }
}

const companyName =
  /公司|集团|工厂|车队|合作社|中心|物流|运输队|商行|经营部|事务所|医院|学校|局$|站$|厂$|院$|部$/u;

/** 单位 or 个人, by the name, where the file does not say. */
export const customerKindOf = (name: string): 'person' | 'company' =>
  companyName.test(name) ? 'company' : 'person';

const kindWords: readonly (readonly [RegExp, string])[] = [
  [/牵引/u, 'tractor'],
  [/挂车|半挂/u, 'trailer'],
  [/轻卡|轻型|皮卡|微卡/u, 'lightTruck'],
  [/中卡|中型货/u, 'mediumTruck'],
  [/重卡|自卸|载货|渣土|重型/u, 'heavyTruck'],
  [/客车|大巴|中巴/u, 'bus'],
  [/搅拌|冷藏|洒水|环卫|消防|清障|专用|起重/u, 'special'],
  [/suv|mpv|轿车|轿跑|两厢|三厢|家用/iu, 'car'],
];

/** The kind of a vehicle by plate and model where the file does not say; undefined when nothing tells. */
export function vehicleKindOf(plate: string | undefined, model: string | undefined): string | undefined {
  if (plate && classifyPlate(plate) === 'trailer') return 'trailer';
  return model ? kindWords.find(([word]) => word.test(model))?.[1] : undefined;
}

/** `YYYY-MM-DD HH:mm:ss` of the store's wall clock as day and UTC instant; the instant is missing where no time was given. */
export function dayAndInstant(text: string): { day: string; instant: string | null } {
  const [day = '', time] = text.split(' ');
  return { day, instant: time ? new Date(`${day}T${time}+08:00`).toISOString() : null };
}
