/** A phone in the hand, and a desk. */
export const windows = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 800 } } as const;
export type Size = keyof typeof windows;

/**
 * The sizes at which a journey is made: `npm test` has twenty minutes on two cores, so where the two differ in layout alone it takes the one named here; with
 * `ROUSE_SIZES=all npm test -- journeys` each is made at both.
 */
export const sizesOf = (usual: Size): readonly (readonly [Size, (typeof windows)[Size]])[] =>
  (process.env.ROUSE_SIZES === 'all' ? (['phone', 'wide'] as const) : [usual]).map((size) => [size, windows[size]] as const);
