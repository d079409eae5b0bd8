/** Where the map looks, as the address keeps it. */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Reads `116.18,39.92,12.4`; null when it is no place on earth. */
export function readCamera(text: string | undefined): Camera | null {
  const [lng = Number.NaN, lat = Number.NaN, zoom = Number.NaN, ...rest] = (text ?? '')
    .split(',')
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  const isSound = rest.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return isSound ? { lng, lat, zoom } : null;
}

/** The camera as the address keeps it: a few metres and a hundredth of a zoom step are fine enough. */
export function writeCamera({ lng, lat, zoom }: Camera): string {
  return [lng.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].map(Number).join(',');
}
