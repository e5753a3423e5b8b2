import { mostPictureBytes } from '#domain/picture/picture';

/** The longer side of a picture at most, in px: what a screenshot of a dashboard needs to be read. */
export const longestSide = 1_600;
/** Bytes at most, once encoded: the command's own limit. */
export const mostBytes = mostPictureBytes;

export type Size = { width: number; height: number };
/** One way to make it: at this size, encoded at this quality (0 to 1). */
export type Attempt = Size & { quality: number };

/** The size with its longer side at most `most` px; never made larger, never less than 1 px. */
export function fitted({ width, height }: Size, most: number = longestSide): Size {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Less quality first: letters stay readable longer at a low quality than at few pixels. Then smaller, down to what any picture fits into. */
const steps: readonly { side: number; qualities: readonly number[] }[] = [
  { side: longestSide, qualities: [0.85, 0.72, 0.6, 0.5] }, { side: 1_200, qualities: [0.7, 0.5] }, { side: 900, qualities: [0.6, 0.45] }, { side: 600, qualities: [0.4] },
];

/** How to make a picture of this size small, best first; the first that comes out small enough is taken. */
export function attemptsFor(size: Size): Attempt[] {
  const longest = Math.max(size.width, size.height);
  // A smaller side than its own makes no difference to a small picture: those steps would only repeat one another.
  const useful = steps.filter(({ side }, index) => index === 0 || side < longest);
  return useful.flatMap(({ side, qualities }) => qualities.map((quality) => ({ ...fitted(size, side), quality })));
}
