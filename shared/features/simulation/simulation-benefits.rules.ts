import type { DesignContent } from '../membership/membership.content.ts';
import type { SimulationCalendar } from './simulation-calendar.rules.ts';

/**
 * 权益 benefits that members take with their visits, by the share of the assumptions; one member after another, sums by month for
 * all of them. Days as day numbers, whole fen; uses in ten-thousandths.
 */
export type SimulationBenefits = {
  /** Another member, who has taken nothing yet. */
  begin(): void;
  /** What a visit takes of the benefits of a tier, as far as the year's number allows; its worth to the member in fen. */
  take(day: number, place: number): number;
  /** What all that was taken in a month costs the store. */
  costFen(month: number): number;
  /** What all that was taken of a tier costs the store. */
  tierCostFen(place: number): number;
  /** What all of it was worth to the members. */
  worthFen(): number;
};

const sumOf = (uses: Float64Array): number => uses.reduce((sum, use) => sum + use, 0);

/** Benefits of the tiers, of which a visit takes so many basis points of one time. */
export function simulationBenefits(
  { tiers }: Pick<DesignContent, 'tiers'>,
  calendar: SimulationCalendar,
  benefitBp: number,
): SimulationBenefits {
  const count = calendar.months.length;
  const benefits = tiers.flatMap((tier, place) =>
    tier.benefits.map((benefit) => ({
      ...benefit,
      place,
      uses: new Float64Array(count),
      /** Of the present member. */
      taken: { days: [] as number[], uses: [] as number[] },
    })),
  );
  /** Uses in the year before a day; the name counts, in whatever tier it was taken. */
  const usedBefore = (day: number, name: string): number => {
    let used = 0;
    for (const { name: own, taken } of benefits) {
      if (own !== name) continue;
      for (let k = taken.days.length - 1; k >= 0; k -= 1) {
        if (calendar.leaves(taken.days[k] ?? 0) <= day) break;
        used += taken.uses[k] ?? 0;
      }
    }
    return used;
  };
  return {
    begin() {
      for (const { taken } of benefits) taken.days.length = taken.uses.length = 0;
    },
    take(day, place) {
      let worth = 0;
      for (const benefit of benefits) {
        if (benefit.place !== place) continue;
        const use = Math.min(benefitBp, benefit.perYear * 10_000 - usedBefore(day, benefit.name));
        if (use <= 0) continue;
        benefit.taken.days.push(day);
        benefit.taken.uses.push(use);
        const month = calendar.monthOf(day);
        benefit.uses[month] = (benefit.uses[month] ?? 0) + use;
        worth += (benefit.worthFen * use) / 10_000;
      }
      return worth;
    },
    costFen: (month) =>
      Math.round(
        benefits.reduce((sum, { costFen, uses }) => sum + (costFen * (uses[month] ?? 0)) / 10_000, 0),
      ),
    tierCostFen: (place) =>
      Math.round(
        benefits
          .filter((benefit) => benefit.place === place)
          .reduce((sum, { costFen, uses }) => sum + (costFen * sumOf(uses)) / 10_000, 0),
      ),
    worthFen: () =>
      Math.round(benefits.reduce((sum, { worthFen, uses }) => sum + (worthFen * sumOf(uses)) / 10_000, 0)),
  };
}
