/** What is used of the global TextDecoder, whose type is a value only in these libraries. */
export type Decoder = InstanceType<typeof TextDecoder>;

/** A decoder that takes off a byte order mark and replaces what is no text. */
export function newDecoder(encoding: string): Decoder {
  return new TextDecoder(encoding);
}
