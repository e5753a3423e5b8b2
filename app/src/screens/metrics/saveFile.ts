/** Gives the reader a file that was made here: nothing of it leaves the device by another way. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Taken back at once, some browsers have not begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
