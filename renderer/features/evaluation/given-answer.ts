/** What is being filled in. */
export type GivenAnswer = {
  /** Standard action → score of 1 to 5. */
  readonly scores: Readonly<Record<number, number>>;
  readonly recommend: number | null;
  readonly words: string;
};

export const noAnswer: GivenAnswer = { scores: {}, recommend: null, words: '' };

/** As the calls take it. */
export const sentAnswer = ({ scores, recommend, words }: GivenAnswer) => ({
  scores: Object.entries(scores).map(([standardId, score]) => ({ standardId: Number(standardId), score })),
  recommend,
  words: words.trim(),
});
