/** A table of periods, in milliseconds, with each divided by `by` and none shorter than 1: so a test sees many of each in a short time. */
export function dividedBy<Name extends string>(periods: Readonly<Record<Name, number>>, by: number): Record<Name, number> {
  const divided: Record<Name, number> = { ...periods };
  for (const name in divided) divided[name] = Math.max(1, Math.round(divided[name] / by));
  return divided;
}
