import { useState } from 'react';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { noChoice, type Choice } from './selection.ts';

/** The selected rows. A change of question clears them: what is not seen must not be deleted by mistake. */
export function useChoice(question: ListInput): readonly [Choice, (choice: Choice) => void] {
  const asked = JSON.stringify([question.search, question.filters, question.bin]);
  const [chosen, setChosen] = useState({ asked, choice: noChoice });
  return [chosen.asked === asked ? chosen.choice : noChoice, (choice) => setChosen({ asked, choice })];
}
