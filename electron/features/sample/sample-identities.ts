import { vinCheckDigit } from '#shared/kernel/vin.ts';
import { sampleRandom, textHash, type SampleRandom } from './sample-random.ts';

/** Numbers of people and vehicles, each given once. */
export type SampleIdentities = {
  mobile(): string;
  landline(area: string): string;
  /** A VIN of a made-up maker; the check digit is right unless `wrong` asks for a typing error. */
  vin(maker: string, modelYear: number, wrong: boolean): string;
  plate(start: string, kind: PlateKind): string;
  engine(random: SampleRandom): string;
  personIdentity(random: SampleRandom, areaCode: string, birthYear: number): string;
  companyIdentity(random: SampleRandom): string;
};
export type PlateKind = 'ordinary' | 'newEnergySmall' | 'newEnergyLarge' | 'trailer';

const serialLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const yearCodes = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const prefixes = [
  '130', '131', '132', '134', '135', '136', '137', '138', '139', '147', '150', '151', '152', '155', '156', '157',
  '158', '159', '166', '175', '176', '177', '178', '180', '182', '183', '185', '186', '187', '188', '189', '199',
]; // prettier-ignore

/** The n-th number below `size` in an order that looks like chance; each comes once until all are used. */
function scattered(n: number, size: number, offset: number): number {
  let step = Math.floor(size * 0.618_034) | 1;
  const shares = (a: number, b: number): number => (b === 0 ? a : shares(b, a % b));
  while (shares(step, size) !== 1) step += 2;
  return (n * step + offset) % size;
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

const letter = (at: number): string => serialLetters.charAt(at % serialLetters.length);

/** Letters and digits behind the place of a plate: the n-th of its kind; `offset` lets every place begin elsewhere. */
const plateTails: { readonly [Kind in PlateKind]: (n: number, offset: number) => string } = {
  ordinary(n, offset) {
    // One letter among four digits: in front, then in the second and third place.
    const value = scattered(n % 720_000, 720_000, offset);
    const number = digits(value % 10_000, 4);
    const place = Math.floor(value / 240_000);
    return `${number.slice(0, place)}${letter(Math.floor(value / 10_000))}${number.slice(place)}`;
  },
  newEnergySmall(n, offset) {
    const value = scattered(n % 480_000, 480_000, offset);
    return `${value % 2 === 0 ? 'D' : 'F'}${letter(Math.floor(value / 2))}${digits(Math.floor(value / 48), 4)}`;
  },
  newEnergyLarge: (n, offset) =>
    `${digits(scattered(n % 100_000, 100_000, offset), 5)}${n < 100_000 ? 'D' : 'F'}`,
  trailer(n, offset) {
    const value = scattered(n % 24_000, 24_000, offset);
    return `${letter(Math.floor(value / 1000))}${digits(value % 1000, 3)}挂`;
  },
};

export function sampleIdentities(seed: number): SampleIdentities {
  const random = sampleRandom(seed, 'identities');
  const mobileOffset = random.int(0, 99_999_999);
  const counters = new Map<string, number>();
  const count = (key: string): number => {
    const n = counters.get(key) ?? 0;
    counters.set(key, n + 1);
    return n;
  };
  return {
    mobile() {
      const n = count('mobile');
      const prefix = prefixes[(n * 7 + (n >> 3)) % prefixes.length] ?? '138';
      return prefix + digits(scattered(n, 100_000_000, mobileOffset), 8);
    },
    landline: (area) =>
      `${area}-${digits(20_000_000 + scattered(count(`landline${area}`), 60_000_000, textHash(area)), 8)}`,
    vin(maker, modelYear, wrong) {
      const year = yearCodes.charAt((((modelYear - 2010) % 30) + 30) % 30);
      const serial = digits(100_000 + count(maker), 6);
      const open = `${maker}0${year}${'ABCDE'.charAt(serial.charCodeAt(5) % 5)}${serial}`;
      const digit = vinCheckDigit(`${open.slice(0, 8)}0${open.slice(9)}`) ?? '0';
      const given = wrong ? (digit === 'X' ? '4' : digits((Number(digit) + 3) % 10, 1)) : digit;
      return `${open.slice(0, 8)}${given}${open.slice(9)}`;
    },
    plate: (start, kind) =>
      start + plateTails[kind](count(`${start}${kind}`), textHash(start + kind) % 20_011),
    engine: (chance) =>
      `${chance.pick(['YT', 'HY', 'CJ', 'LC'])}${digits(chance.int(0, 99), 2)}${digits(count('engine'), 6)}`,
    personIdentity(chance, areaCode, birthYear) {
      const open = `${areaCode}${birthYear}${digits(chance.int(1, 12), 2)}${digits(chance.int(1, 28), 2)}${digits(chance.int(1, 999), 3)}`;
      const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
      const sum = weights.reduce((all, weight, at) => all + weight * Number(open.charAt(at)), 0);
      return open + '10X98765432'.charAt(sum % 11);
    },
    companyIdentity: (chance) =>
      `91370${digits(chance.int(100, 999), 3)}MA${digits(count('company') + 100_000, 6)}${chance.pick(['X', 'K', '3', '7'])}${chance.int(0, 9)}`,
  };
}
