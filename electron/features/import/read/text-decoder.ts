/** What is used of the global TextDecoder, whose type is a value only in these libraries. */
export type Decoder = InstanceType<typeof TextDecoder>;

/** A decoder that replaces what is no text and keeps a byte order mark for the caller to skip. */
export function newDecoder(encoding: string): Decoder {
  return new TextDecoder(encoding);
}
