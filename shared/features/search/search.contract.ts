import { z } from 'zod';
import { query } from '../../rpc/call.ts';
import { output } from '../../rpc/record.contract.ts';

export type SearchHit = {
  readonly feature: string;
  readonly id: number;
  readonly title: string;
  readonly detail: string;
};

/** Where a scanned code leads. */
export type ScanHit = {
  readonly feature:
    | 'stock'
    | 'repair'
    | 'vehicle'
    | 'inspection'
    | 'action'
    | 'rework'
    | 'certificate'
    | 'complaint'
    | 'membership'
    | 'partnerCard';
  readonly id: number;
};

export const searchContract = {
  /**
   * What a scanned VIN, plate or number of a printed sheet opens for the person: the checks of a stock vehicle, the repair
   * order of a vehicle that is in the house, the vehicle itself. Null: nothing that the person may read has it.
   */
  scan: query('search.use', z.strictObject({ code: z.string().trim().max(60) }), output<ScanHit | null>()),
  /** Names, plates, VIN and telephone tails, pinyin and initials, over everything that the person may read. */
  find: query(
    'search.use',
    z.strictObject({ text: z.string().max(100), limit: z.number().int().min(1).max(50).default(12) }),
    output<readonly SearchHit[]>(),
  ),
  /** Pinyin and initials of short texts, so that pages and actions are found by them too: one list per text. */
  readings: query(
    'signed-in',
    z.strictObject({ texts: z.array(z.string().max(60)).max(200) }),
    output<readonly (readonly string[])[]>(),
  ),
};
