const onOneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Whether somebody wrote this title: the spaces that nobody sees apart. */
export const isSameTitle = (written: string, title: string): boolean => onOneLine(written) === onOneLine(title);
