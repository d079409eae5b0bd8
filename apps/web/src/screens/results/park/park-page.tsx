export function ParkPage() {
  return null;
}
