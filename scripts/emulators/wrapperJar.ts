import { crc32 } from 'node:zlib';
import { pathToFileURL } from 'node:url';

/**
 * A jar with nothing but a manifest, which makes `java -jar` run a class of another jar.
 *
 * gcloud's Firestore emulator has no Main-Class, and firebase-tools knows only `java -jar`. A jar is a zip; one stored
 * entry needs no compression, so no `jar` or `zip` program has to be on the machine.
 */
export const wrapperJar = (mainClass: string, jar: string): Buffer =>
  zipOfOne('META-INF/MANIFEST.MF', manifest({ 'Manifest-Version': '1.0', 'Main-Class': mainClass, 'Class-Path': pathToFileURL(jar).href }));

/**
 * Manifest text: a line holds at most 72 bytes with its name, without the line break; the rest continues on lines that
 * begin with a space (JAR File Specification, "Line length"). Values here are ASCII: a file URL is percent-encoded.
 */
export const manifest = (attributes: Record<string, string>): string =>
  Object.entries(attributes)
    .map(([name, value]) => wrap(`${name}: ${value}`))
    .join('') + '\r\n';

const wrap = (line: string): string => {
  const lines = [line.slice(0, 72)];
  for (let at = 72; at < line.length; at += 71) lines.push(` ${line.slice(at, at + 71)}`);
  return lines.map((one) => `${one}\r\n`).join('');
};

/** Zip, APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16: local header, central directory, end record. Method 0 is "stored". */
const zipOfOne = (name: string, text: string): Buffer => {
  const nameBytes = Buffer.from(name);
  const content = Buffer.from(text);
  // Version needed, flags, method, time, date (1980-01-01, the epoch of zip), checksum, sizes, name length, no extra.
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(10, 0);
  shared.writeUInt16LE(0x21, 8);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, nameBytes, content]);

  const madeBy = Buffer.from([10, 0]);
  // Comment length, disk, internal and external attributes, offset of the local header: all zero.
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, shared, Buffer.alloc(14), nameBytes]);

  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
};
