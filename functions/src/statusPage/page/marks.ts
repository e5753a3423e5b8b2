import { type ComponentState, componentStateNames } from '#domain/statusPage/component';

/**
 * The class of a state's colour and shape (style.ts): the same shapes as those of severities where it is as bad, diamond, triangle, square; a ring for what is planned, a dot for what
 * is fine.
 */
export const stateClass: Record<ComponentState, string> = { operational: 'o', maintenance: 'w', degraded: 'd', partialOutage: 'p', majorOutage: 'm' };

/** A state by colour, shape and word. */
export const stateMark = (state: ComponentState): string => `<span class="c ${stateClass[state]}">${componentStateNames[state]}</span>`;
