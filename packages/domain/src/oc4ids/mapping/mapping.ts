import { BASICS } from './basics.ts';
import type { MappingEntry } from './entry.ts';
import { LISTS } from './lists.ts';
import { SHOWN } from './shown.ts';

/**
 * What of a project is said where in OC4IDS 0.9.5, both directions in one line each, in the order of a written project. The parties follow from
 * whom these name. Nothing else reads or writes the standard.
 */
export const MAPPING: readonly MappingEntry[] = [...BASICS, ...LISTS, ...SHOWN];
