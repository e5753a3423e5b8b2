/** Prints progress with the seconds since the program began. */
export const sayWithTime = (line: string): void => {
  const seconds = performance.now() / 1000;
  console.log(`${`${seconds.toFixed(1)} s`.padStart(7)}  ${line}`);
};
