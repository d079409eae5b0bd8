import { vocabulary } from '@westgate/domain';

/** How an aim is drawn; null where it is not said. */
export interface Look {
  readonly colour: (typeof vocabulary.COLOURS)[number] | null;
  readonly pattern: (typeof vocabulary.PATTERNS)[number] | null;
}

/** A value that is not drawn. */
export const NO_LOOK: Look = { colour: null, pattern: null };

/** A colour and a pattern that none of `taken` has; null where all are taken. */
export function freeLook(taken: readonly Look[]): Look {
  return {
    colour: vocabulary.COLOURS.find((each) => !taken.some(({ colour }) => colour === each)) ?? null,
    pattern: vocabulary.PATTERNS.find((each) => !taken.some(({ pattern }) => pattern === each)) ?? null,
  };
}
