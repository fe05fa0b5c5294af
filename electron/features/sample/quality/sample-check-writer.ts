import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { chooseChecklist } from '#shared/features/checklist/checklist.rules.ts';
import type { DamageMark, DamageView } from '#shared/features/inspection/inspection.contract.ts';
import { freezeSigned, type CheckRows } from '../../inspection/inspection.content.ts';
import { inspectionRecord } from '../../inspection/inspection.record.ts';
import { bufferFor, flush, type Buffer, type Cell } from '../sample-buffer.ts';
import { sampleRandom } from '../sample-random.ts';
import { answersTo, pickNg, type Given, type SampleList } from './sample-answers.ts';
import type { PlannedCheck } from './sample-check-plan.ts';
import type { SamplePhoto } from './sample-photos.ts';
import { dayOfInstant, shiftInstant } from './sample-shop.ts';
import type { SampleTasks } from './sample-tasks.ts';
import type { SampleTrail } from './sample-trail.ts';

/** What the writer of checks works with. */
export type CheckShop = {
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly trail: SampleTrail;
  readonly tasks: SampleTasks;
  readonly number: (letter: string, day: string) => string;
  readonly lists: readonly SampleList[];
  readonly photos: readonly SamplePhoto[];
  readonly seed: number;
  readonly shortCode: (hash: string) => string;
};

type Photo = CheckRows['photos'][number] & { readonly photo: SamplePhoto };

/** A check as it was written: what its re-inspection carries over, and what hangs on it. */
export type WrittenCheck = {
  readonly id: number;
  readonly number: string;
  readonly answers: readonly CheckRows['answers'][number][];
  readonly photos: readonly Photo[];
  readonly marks: readonly DamageMark[];
  readonly ng: readonly string[];
  readonly actionIds: readonly number[];
};

const answerColumns = [
  'inspection_id', 'item', 'version', 'result', 'number', 'choice', 'text', 'note', 'verdict', 'carried_from_id',
  'person_id', 'person_name', 'at',
]; // prettier-ignore

/** Places of damages on the outline. */
const views = ['left', 'right', 'front', 'rear'] as const;

/** Kind and side of a damage as its remark says; the side is left to chance where it says none. */
const damageOf = (note: string, side: DamageView): Pick<DamageMark, 'view' | 'kind'> => ({
  view: /风窗|前/u.test(note)
    ? 'front'
    : /后围/u.test(note)
      ? 'rear'
      : /左/u.test(note)
        ? 'left'
        : /右/u.test(note)
          ? 'right'
          : side,
  kind: note.includes('凹陷')
    ? 'dent'
    : note.includes('崩点')
      ? 'crack'
      : note.includes('掉漆')
        ? 'chip'
        : 'scratch',
});

export function checkWriter(shop: CheckShop) {
  const { sqlite, bulk, trail, tasks, photos } = shop;
  const written = new Map<PlannedCheck, WrittenCheck>();
  /** Failed levels by repair. */
  const sentBack = new Map<number, WrittenCheck>();
  const lists = new Map<string, SampleList>();
  const answerRows: Buffer = bufferFor(sqlite, 'inspection_answer', answerColumns, answerColumns);
  const putMark = sqlite.prepare(
    `insert into inspection_mark (inspection_id, view, x, y, kind, note, person_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putPhoto = sqlite.prepare(
    `insert into inspection_photo
      (inspection_id, item, mark_id, caption, hash, thumbnail_hash, width, height, person_name, at)
     values (?, ?, null, null, ?, ?, ?, ?, ?, ?)`,
  );
  const putSnapshot = sqlite.prepare(
    'insert into inspection_snapshot (inspection_id, template_version, content, audit_code) values (?, ?, ?, ?)',
  );

  function listFor({ purpose, subject: { vehicleKind, repairClass } }: PlannedCheck): SampleList {
    const key = `${purpose} ${vehicleKind} ${repairClass}`;
    const list = lists.get(key) ?? chooseChecklist(shop.lists, { purpose, vehicleKind, repairClass });
    if (!list) throw new RangeError(`no check list for ${key}`);
    lists.set(key, list);
    return list;
  }

  /** Answers of the check: in a re-inspection what was OK before, and the rest looked at again. */
  function answers(
    check: PlannedCheck,
    list: SampleList,
  ): { given: readonly Given[]; before?: WrittenCheck } {
    const random = sampleRandom(shop.seed, `answers ${check.subject.vin} ${check.at} ${check.purpose}`);
    if (check.state === 'open')
      return { given: answersTo(random, list, new Set(), Math.ceil(list.items.length * 0.55)) };
    const before = check.previous ? written.get(check.previous) : undefined;
    const count = random.chance(0.75) ? 1 : 2;
    const ng = check.state === 'failed' ? pickNg(random, list, count) : new Set<string>();
    const given = answersTo(random, list, ng);
    return before ? { given: given.filter(({ item }) => before.ng.includes(item)), before } : { given };
  }

  function writePhotos(
    id: number,
    check: PlannedCheck,
    given: readonly Given[],
    before?: WrittenCheck,
  ): Photo[] {
    const kept = (before?.photos ?? []).filter(({ item }) => !before?.ng.includes(item ?? ''));
    const taken = given
      .filter((one) => one.photos > 0)
      .flatMap(({ item, verdict }, at) => {
        const photo = photos[verdict === 'ng' ? photos.length - 1 : at % photos.length];
        return photo ? [{ item, photo }] : [];
      });
    return [...kept, ...taken].map(({ item, photo }) => {
      const { lastInsertRowid } = putPhoto.run(
        id,
        item,
        photo.hash,
        photo.thumbnail.hash,
        photo.width,
        photo.height,
        check.signer.name,
        check.at,
      );
      return { id: Number(lastInsertRowid), item, markId: null, caption: null, hash: photo.hash, photo };
    });
  }

  function writeMarks(
    id: number,
    check: PlannedCheck,
    list: SampleList,
    given: readonly Given[],
    before?: WrittenCheck,
  ): readonly DamageMark[] {
    const found = given.filter(({ note }) => /划痕|凹陷|崩点|掉漆/u.test(note ?? ''));
    const fresh = list.content.damageMap
      ? found.map(({ note }, at) => {
          const place = sampleRandom(shop.seed, `mark ${check.subject.vin} ${at}`);
          return {
            ...damageOf(note ?? '', place.pick(views)),
            x: place.int(250, 750),
            y: place.int(350, 700),
            note,
          };
        })
      : [];
    return [...(before?.marks ?? []), ...fresh].map(({ view, x, y, kind, note }) => {
      const { lastInsertRowid } = putMark.run(id, view, x, y, kind, note, check.signer.name, check.at);
      return { id: Number(lastInsertRowid), view, x, y, kind, note };
    });
  }

  /** Tasks of what was not OK; those of the check before are closed by a check that passed. */
  function writeTasks(
    check: PlannedCheck,
    done: Omit<WrittenCheck, 'actionIds'>,
    list: SampleList,
    before?: WrittenCheck,
  ): readonly number[] {
    const { repairId } = check.subject;
    // What sent a repair back is seen mended at its final check: by nobody who mended it.
    const isLast = repairId !== null && check.purpose === 'final';
    const mended = before ?? (isLast ? sentBack.get(repairId) : undefined);
    if (mended && check.state === 'passed') tasks.close(mended.actionIds, { ...check, number: done.number });
    const actionIds = done.ng.flatMap((code) => {
      const item = list.items.find((one) => one.code === code);
      const note = done.answers.find((one) => one.item === code)?.note ?? null;
      return item ? [tasks.raise(check, done, { code, item, note })] : [];
    });
    if (check.state === 'failed' && repairId !== null) sentBack.set(repairId, { ...done, actionIds });
    return actionIds;
  }

  return {
    /** Writes a check whose turn it is in the order of time. */
    write(check: PlannedCheck): WrittenCheck {
      const list = listFor(check);
      const { given, before } = answers(check, list);
      const { subject, signer, at } = check;
      const isOpen = check.state === 'open';
      const day = dayOfInstant(at);
      const ng = given.filter(({ verdict }) => verdict === 'ng').map(({ item }) => item).sort(); // prettier-ignore
      const head = {
        number: shop.number('Q', day),
        purpose: check.purpose,
        state: check.state,
        round: check.round,
        previousId: check.previous ? (written.get(check.previous)?.id ?? null) : null,
        vin: subject.vin,
        plate: subject.plate,
        stockId: subject.stockId,
        repairId: subject.repairId,
        checklistId: list.id,
        edition: list.edition,
        startedOn: day,
        startedById: signer.id,
        finishedAt: isOpen ? null : at,
        finishedById: isOpen ? null : signer.id,
        odometerKm: subject.odometerKm,
        note: null,
      };
      const finishedOn = isOpen ? null : day;
      const counts = { itemCount: list.items.length, ngCount: ng.length };
      const id = bulk.insert(inspectionRecord, { ...head, ...counts, finishedOn, voidReason: null }, at);
      const own = given.map(({ photos: _photos, ...one }, index) => ({
        ...one,
        personName: signer.name,
        at: shiftInstant(at, isOpen ? index / 3 : (index - given.length) / 3),
        carriedFromId: null,
      }));
      const carried = (before?.answers ?? [])
        .filter(({ item }) => !before?.ng.includes(item))
        .map((one) => ({ ...one, carriedFromId: one.carriedFromId ?? before?.id ?? null }));
      const all = [...own, ...carried].sort((a, b) => (a.item < b.item ? -1 : 1));
      for (const one of all) answerRows.cells.push(...answerCells(id, signer.id, one));
      answerRows.rows += all.length;
      if (answerRows.rows > 2000) flush(answerRows);
      const taken = writePhotos(id, check, given, before);
      const marks = writeMarks(id, check, list, given, before);
      const done = { id, number: head.number, answers: all, photos: taken, marks, ng };
      if (!isOpen) {
        const rows: CheckRows = {
          ...head,
          answers: all,
          photos: taken.map(({ photo: _photo, ...one }) => one),
          marks,
        };
        const { model, vehicleKind, repairNumber } = subject;
        const frozen = freezeSigned({
          rows,
          shown: {
            model,
            vehicleKind,
            repairNumber,
            checklistName: list.name,
            contentHash: list.contentHash,
            startedByName: signer.name,
            only: before?.ng ?? [],
          },
        });
        putSnapshot.run(id, frozen.templateVersion, frozen.content, shop.shortCode(trail.head()));
        const changes = [{ field: 'state', before: 'open', after: check.state }];
        const signed = { feature: 'inspection', recordId: id };
        trail.sign({ signed, signer, meaning: 'check', at, call: 'inspection.finish', changes }, frozen);
      }
      const actionIds = isOpen ? [] : writeTasks(check, done, list, before);
      const result = { ...done, actionIds };
      written.set(check, result);
      return result;
    },
    finish: () => flush(answerRows),
  };
}

const answerCells = (id: number, personId: number, one: CheckRows['answers'][number]): Cell[] => [
  id, one.item, 1, one.result, one.number, one.choice, one.text, one.note, one.verdict, one.carriedFromId, personId,
  one.personName, one.at,
]; // prettier-ignore
