import type { DataDrivenPropertyValueSpecification, Map as MapLibre } from 'maplibre-gl';

/** Image points drawn for each point of the sheet, along one side, while a map without a graphics card moves. */
const MOVING_RATIO = 0.33;
/** Names of which each has its own opacity go a little later than the sharpness: both at once would be one long frame, as tiles are cut anew. */
const NAMES_MS = 80;
/** How long a map stands still before it is drawn in full again: the pause between two turns of a wheel, or two drags, is shorter. */
const SETTLED_MS = 160;

type Opacity = DataDrivenPropertyValueSpecification<number> | undefined;

/**
 * Draws a map coarser and without names for as long as it moves where the browser has no graphics card to draw with (old machines, remote
 * desktops), so that it follows the hand; in full again once it rests. On a card nothing changes.
 */
export function drawCoarseWhileMoving(map: MapLibre): void {
  if (!isDrawnInSoftware(map.getCanvas())) return;
  const full = map.getPixelRatio();
  let isCoarse = false;
  let namesAgain: (() => void)[] = [];
  let names: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A change of size ends a drag or a turn of the wheel that is under way, but not a flight: hands are met before the map meets them.
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (map.isMoving() || isPressed) return settle();
      isCoarse = false;
      clearTimeout(names);
      for (const nameAgain of namesAgain) nameAgain();
      namesAgain = [];
      map.setPixelRatio(full);
    }, SETTLED_MS);
  };
  const coarsen = (): void => {
    if (isCoarse) return;
    isCoarse = true;
    map.setPixelRatio(Math.min(full, MOVING_RATIO));
  };
  // With the first move, not with the press: a place that is clicked keeps its name.
  const hideNames = (): void => {
    if (!isCoarse || namesAgain.length > 0) return;
    namesAgain.push(putNamesAway(map, true));
    names = setTimeout(() => namesAgain.push(putNamesAway(map, false)), NAMES_MS);
  };
  const press = (): void => {
    isPressed = true;
    coarsen();
  };
  const release = (): void => {
    isPressed = false;
    if (isCoarse) settle();
  };
  const turn = (): void => {
    coarsen();
    hideNames();
    settle();
  };
  const hands = map.getCanvasContainer();
  hands.addEventListener('pointerdown', press, { capture: true });
  hands.addEventListener('wheel', turn, { capture: true, passive: true });
  for (const end of RELEASED) addEventListener(end, release, { capture: true });
  map.on('movestart', () => {
    // A change of size says so too.
    if (!map.isMoving()) return;
    if (!isPressed) coarsen();
    hideNames();
  });
  map.on('moveend', () => isCoarse && settle());
  map.on('remove', () => {
    clearTimeout(timer);
    clearTimeout(names);
    for (const end of RELEASED) removeEventListener(end, release, { capture: true });
  });
}

const RELEASED = ['pointerup', 'pointercancel', 'blur'] as const;

/** Names under which browsers draw WebGL without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function isDrawnInSoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  return Boolean(gl && names && SOFTWARE.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL))));
}

/**
 * Draws a map without its names until what is answered is called: of all that is drawn, letters with their halo take the processor most
 * time. `quick`: those alone that all have one opacity; where each has its own (some places are lit), the tiles must be cut anew to
 * change it.
 */
function putNamesAway(map: MapLibre, quick: boolean): () => void {
  const named = map
    .getLayersOrder()
    .filter((id) => map.getLayer(id)?.type === 'symbol' && map.getLayoutProperty(id, 'text-field') !== undefined);
  const held = named
    .map((id) => [id, map.getPaintProperty(id, 'text-opacity') as Opacity] as const)
    .filter(([, opacity]) => opacity !== 0 && (!quick || opacity === undefined || typeof opacity === 'number'));
  const put = (id: string, opacity: Opacity): void => {
    map.setPaintProperty(id, 'text-opacity-transition', { duration: 0 });
    map.setPaintProperty(id, 'text-opacity', opacity);
  };
  for (const [id] of held) put(id, 0);
  return () => {
    // What was given another opacity meanwhile keeps that.
    for (const [id, opacity] of held) if (map.getLayer(id) && map.getPaintProperty(id, 'text-opacity') === 0) put(id, opacity);
  };
}
