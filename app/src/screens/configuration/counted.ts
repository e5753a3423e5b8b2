/** A number with its noun: `1 integration`, `3 integrations`, `1,200 alerts`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
