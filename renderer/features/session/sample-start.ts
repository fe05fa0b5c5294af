/** 示例门店: starting with it is offered once the program can make one. */
export const canMakeSample = false;

export async function makeSample(): Promise<void> {
  // Nothing to start yet.
}
