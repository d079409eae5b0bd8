/** Decimals beyond which a number holds nothing but what is left of reckoning. */
const MOST_DECIMALS = 12;

/** How many decimals a number is written with: 0 of 172, 2 of 40.25. */
export function decimalsOf(value: number): number {
  const [digits = '', power = '0'] = value.toString().split('e');
  return Math.min(MOST_DECIMALS, Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(power)));
}

/** A number rounded to so many decimals. */
export function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(MOST_DECIMALS, Math.max(0, decimals))));
}
