export function Atlas() {
  return null;
}
