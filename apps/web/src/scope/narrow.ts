/** Whether the window is as narrow as a phone: the style sheets draw rows as cards then. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 760px)').matches;
}
