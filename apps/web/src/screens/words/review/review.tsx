/** placeholder for compile */
export function Review() {
  return null;
}
