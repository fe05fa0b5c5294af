import { expect, it } from 'vitest';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newAgreement } from '#tests/support/partner.ts';
import { told } from '#tests/support/refusal.ts';

const pdf = (words: string): File => new File([`%PDF-1.7\n${words}\n%%EOF\n`], 'C:\\扫描\\协议.PDF');

it.each(carriers)(
  'signed papers of an agreement over %s: kept whole, in backups, refused, removed',
  async (carrier) => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const { id } = await newAgreement(owner);
    const { partnerAgreement } = owner.client;
    const { scanId } = await partnerAgreement.addScan({ id, file: pdf('签字') });
    expect(await partnerAgreement.scans({ id })).toMatchObject([
      { id: scanId, name: '协议.pdf', mediaType: 'application/pdf', personName: '王总' },
    ]);
    const back = await partnerAgreement.scan({ id, scanId });
    expect(Buffer.from(await back.arrayBuffer()).toString()).toContain('签字');
    // A backup takes what the table of attachments names.
    expect(
      core.database.raw.reader
        .prepare(
          'select count(*) from attachment join partner_agreement_scan as scan on scan.hash = attachment.hash and scan.size = attachment.size',
        )
        .pluck()
        .get(),
    ).toBe(1);
    for (const file of [new File(['%PDF-1.7 cut off'], 'a.pdf'), new File(['<svg/>'], 'a.jpg')])
      expect(await told(partnerAgreement.addScan({ id, file }))).toBe('partner-scan-kind');
    expect(await told(partnerAgreement.addScan({ id: id + 1, file: pdf('x') }))).toBe('not-found');
    expect(await told(partnerAgreement.scan({ id: id + 1, scanId }))).toBe('not-found');
    const adviser = await personWindow(core, carrier, owner, '赵顾问', ['serviceAdviser']);
    expect(await told(adviser.client.partnerAgreement.scan({ id, scanId }))).toBe('done');
    expect(await told(adviser.client.partnerAgreement.addScan({ id, file: pdf('x') }))).toBe('forbidden');
    expect(await told(adviser.client.partnerAgreement.removeScan({ id, scanId }))).toBe('forbidden');
    await partnerAgreement.removeScan({ id, scanId });
    expect(await partnerAgreement.scans({ id })).toEqual([]);
  },
);
