import { addDays } from '#shared/kernel/day.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import {
  complaintChannels,
  complaintKinds,
  severities,
} from '#shared/features/complaint/complaint.fields.ts';
import { complaintRecord } from '#electron/features/complaint/complaint.record.ts';
import { percentile, times, type Bench } from './bench.ts';
import { benchStore, nameOf, phoneOf, plateOf } from './store.ts';

const open = 5000;

/** The wall with as many open complaints as no store will ever have: pauses on every tenth, extensions on every twentieth. */
export const complaintBench: Bench = {
  name: 'complaint',
  async run(report) {
    const store = await benchStore();
    const { writer } = store.core.database.raw;
    const today = store.core.clock.today();
    const now = store.core.clock.now();
    const bulk = bulkWriter(writer);
    const pause = writer.prepare(
      `insert into complaint_pause (complaint_id, reason, text, from_on, until_on, person_id, person_name) values (?, 'parts', '等件', ?, ?, 1, '王总')`,
    );
    const extension = writer.prepare(
      `insert into complaint_extension (complaint_id, stage, days, reason, person_id, person_name, at, since_on, decision)
       values (?, 'finish', 5, '等件', 1, '王总', ?, ?, 'approved')`,
    );
    writer.exec('begin');
    for (let i = 0; i < open; i += 1) {
      const receivedOn = addDays(today, -(i % 60));
      const id = bulk.insert(
        complaintRecord,
        {
          number: `2026-T${String(i + 1).padStart(4, '0')}`,
          state: i % 3 === 0 ? 'open' : 'inHand',
          subject: `异响没有消除 ${i}`,
          kind: complaintKinds[i % complaintKinds.length] ?? 'other',
          severity: severities[i % 3] ?? 'normal',
          channel: complaintChannels[i % complaintChannels.length] ?? 'other',
          receivedOn,
          customerName: nameOf(i),
          phone: phoneOf(i),
          plate: plateOf(i),
          handlerId: i % 3 === 0 ? null : 1,
          clockFrom: receivedOn,
          forced: 0,
          reopened: 0,
        },
        now,
      );
      if (i % 10 === 0) pause.run(id, receivedOn, i % 20 === 0 ? null : addDays(receivedOn, 3));
      if (i % 20 === 0) extension.run(id, now, receivedOn);
    }
    bulk.flush();
    writer.exec('commit');
    for (const name of ['complaint.wall', 'complaint.desk']) {
      const call = (): Promise<unknown> => store.core.call(name, {}, { actor: store.actor });
      await times(10, call);
      const found = await times(60, call);
      for (const [share, title] of [
        [0.5, 'p50'],
        [0.95, 'p95'],
      ] as const)
        report({
          name: `${name}.5k.${title}`,
          value: percentile(found, share),
          unit: 'ms',
          limit: 20,
          beside: 'stated limit',
          target: 1,
        });
    }
    await store.close();
  },
};
