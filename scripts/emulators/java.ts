import { execFile } from 'node:child_process';

/** The Firestore emulator is a Java program; Java 11 is the oldest that runs it. */
export const oldestJava = 11;

export type Java = { state: 'found'; major: number } | { state: 'old'; major: number } | { state: 'missing' };

/** Reads the major version from what `java -version` prints: `"17.0.15"` is 17, `"1.8.0_402"` is 8. */
export const javaMajor = (output: string): number | undefined => {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (match === null) return undefined;
  const first = Number(match[1]);
  return first === 1 ? Number(match[2]) : first;
};

/** Which Java is on the PATH. */
export const findJava = (): Promise<Java> =>
  new Promise((resolve) => {
    execFile('java', ['-version'], (error, stdout, stderr) => {
      const major = javaMajor(`${stdout}\n${stderr}`);
      if (error !== null || major === undefined) resolve({ state: 'missing' });
      else resolve({ state: major >= oldestJava ? 'found' : 'old', major });
    });
  });

/** What to install, and how, on the systems that people use. */
export const javaRemedy =
  `Install Java ${oldestJava} or newer: \`apt-get install default-jre-headless\` on Debian and Ubuntu, ` +
  '`brew install openjdk` on macOS, or https://adoptium.net elsewhere.';
