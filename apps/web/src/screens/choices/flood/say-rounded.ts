import { sayNumber } from '@westgate/domain';

/** A number as people read it, with so many decimals at most. */
export function sayRounded(value: number, decimals: number): string {
  return sayNumber(Number(value.toFixed(decimals)));
}
