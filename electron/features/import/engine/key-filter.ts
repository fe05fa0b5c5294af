/**
 * A Bloom filter over the values of one column: "surely not there" without asking the database. Most rows of a first import
 * are new, and four questions a row would cost more than writing it. 16 bits a value, three probes: about 0.5 % of absent
 * values are asked for nevertheless. 2 MB for a million values.
 */
export type KeyFilter = {
  add(value: string | number): void;
  /** false: surely absent. */
  mayHave(value: string | number): boolean;
};

export function createKeyFilter(expected: number): KeyFilter {
  const size = 2 ** Math.ceil(Math.log2(Math.max(expected, 50_000) * 16));
  const bits = new Uint32Array(size / 32);
  const mask = size - 1;
  let [first, second] = [0, 0];

  // Two FNV-1a hashes with different seeds; the third probe is their sum.
  function hash(value: string | number): void {
    const text = typeof value === 'number' ? String(value) : value;
    first = 0x81_1c_9d_c5;
    second = 0x12_34_56_7;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01_00_01_93);
      second = Math.imul(second ^ unit, 0x85_eb_ca_6b);
    }
  }
  const isSet = (at: number): boolean => ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
  function set(at: number): void {
    bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
  }

  return {
    add(value) {
      hash(value);
      set(first & mask);
      set(second & mask);
      set((first + second) & mask);
    },
    mayHave(value) {
      hash(value);
      return isSet(first & mask) && isSet(second & mask) && isSet((first + second) & mask);
    },
  };
}
