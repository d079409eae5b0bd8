// Shapes of the invented district, WGS 84, in a frame of about 31 by 28 km.

export const FRAME = [113.18, 30.42, 113.5, 30.67];
const [WEST, SOUTH, EAST, NORTH] = FRAME;
/** Degrees of a metre at this latitude. */
const LNG_PER_M = 1 / 95_800;
const LAT_PER_M = 1 / 110_900;

/** Where sites gather: more of them near a centre. */
export function makeCentres(random, count) {
  return Array.from({ length: count }, () => ({
    at: [random.between(WEST + 0.03, EAST - 0.03), random.between(SOUTH + 0.03, NORTH - 0.03)],
    spread: random.between(0.006, 0.02),
  }));
}

/** A position, three in four near a centre. */
export function somewhere(random, centres) {
  if (random.chance(0.25)) return round([random.between(WEST + 0.005, EAST - 0.005), random.between(SOUTH + 0.005, NORTH - 0.005)]);
  const { at, spread } = random.pick(centres);
  return round([
    Math.min(EAST - 0.001, Math.max(WEST + 0.001, at[0] + random.bell() * spread)),
    Math.min(NORTH - 0.001, Math.max(SOUTH + 0.001, at[1] + random.bell() * spread * 0.86)),
  ]);
}

/** A block around `at`: 4 to 8 corners at growing angles, so that its ring never crosses itself. */
export function block(random, at, radiusM) {
  const corners = 4 + random.below(5);
  const turn = random.between(0, Math.PI);
  const ring = Array.from({ length: corners }, (_, index) => {
    const angle = turn + (index / corners) * 2 * Math.PI;
    const reach = radiusM * random.between(0.7, 1.2);
    return round([at[0] + Math.cos(angle) * reach * LNG_PER_M, at[1] + Math.sin(angle) * reach * LAT_PER_M]);
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** A line from `at`, winding on for `steps` steps. */
export function winding(random, at, steps, stepM) {
  let heading = random.between(0, 2 * Math.PI);
  const line = [round(at)];
  for (let step = 0; step < steps; step += 1) {
    heading += random.between(-0.5, 0.5);
    const [lng, lat] = line.at(-1);
    const next = [lng + Math.cos(heading) * stepM * LNG_PER_M, lat + Math.sin(heading) * stepM * LAT_PER_M];
    const isInside = next[0] > WEST - 0.2 && next[0] < EAST + 0.2 && next[1] > SOUTH - 0.2 && next[1] < NORTH + 0.2;
    if (!isInside) break;
    line.push(round(next));
  }
  return { type: 'LineString', coordinates: line.length > 1 ? line : [line[0], round([line[0][0] + 0.001, line[0][1]])] };
}

/** The district's own line: the frame with its corners cut. */
export function districtLine() {
  const [x, y] = [0.01, 0.01];
  const ring = [
    [WEST + 2 * x, SOUTH + y],
    [EAST - 3 * x, SOUTH + y],
    [EAST - x, SOUTH + 4 * y],
    [EAST - x, NORTH - 3 * y],
    [EAST - 4 * x, NORTH - y],
    [WEST + 3 * x, NORTH - y],
    [WEST + x, NORTH - 4 * y],
    [WEST + x, SOUTH + 3 * y],
  ].map(round);
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** Five places behind the point: about a metre. */
function round([lng, lat]) {
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}
