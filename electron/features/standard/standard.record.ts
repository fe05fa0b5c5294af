import {
  serviceScoreFields,
  spotCheckFields,
  standardFields,
} from '#shared/features/standard/standard.fields.ts';
import { bestScore } from '#shared/features/standard/standard.rules.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';

export const standardRecord = {
  feature: 'standard',
  table: 'standard',
  fields: standardFields,
  readRight: 'standard.read',
  title: 'code',
  detail: 'text',
  indexed: false,
  check: checkValidSpan,
} satisfies RecordDefinition;

export const spotCheckRecord = {
  feature: 'spotCheck',
  table: 'spotCheck',
  fields: spotCheckFields,
  readRight: 'standard.read',
  title: 'checkedOn',
  indexed: false,
} satisfies RecordDefinition;

export const serviceScoreRecord = {
  feature: 'serviceScore',
  table: 'serviceScore',
  fields: serviceScoreFields,
  readRight: 'standard.read',
  title: 'scoredOn',
  indexed: false,
  check({ score }) {
    if (typeof score === 'number' && score > bestScore) throw invalidField('values.score', 'score-range');
  },
} satisfies RecordDefinition;
