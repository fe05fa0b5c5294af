/** What was answered so far, by the item's id. */
export type Answers = Readonly<Record<string, string>>;

/** The answers as they are handed in: one of every item, empty where there is none. */
export const answersGiven = (
  items: readonly { readonly id: number }[],
  answers: Answers,
): { itemId: number; answer: string }[] => items.map(({ id }) => ({ itemId: id, answer: answers[id] ?? '' }));
