import type { Map as MapLibre } from 'maplibre-gl';
import { putNamesAway } from './put-names-away.ts';

/** Image points drawn for each point of the sheet, along one side, while a map without a graphics card moves. */
const MOVING_RATIO = 0.33;
/** Names go a little later than the sharpness: both at once would be one long frame, as all symbols find their places anew. */
const NAMES_MS = 80;
/** How long a map stands still before it is drawn in full again: the pause between two turns of a wheel, or two drags, is shorter. */
const SETTLED_MS = 160;

/**
 * Draws a map coarser and without names for as long as it moves where the browser has no graphics card to draw with (old machines, remote
 * desktops), so that it follows the hand; in full again once it rests. On a card nothing changes.
 */
export function drawCoarseWhileMoving(map: MapLibre): void {
  if (!isDrawnInSoftware(map.getCanvas())) return;
  const full = map.getPixelRatio();
  let isCoarse = false;
  let nameAgain = NOTHING;
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
      nameAgain();
      nameAgain = NOTHING;
      map.setPixelRatio(full);
    }, SETTLED_MS);
  };
  const coarsen = (): void => {
    if (isCoarse) return;
    isCoarse = true;
    names = setTimeout(() => {
      nameAgain = putNamesAway(map);
    }, NAMES_MS);
    map.setPixelRatio(Math.min(full, MOVING_RATIO));
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
    settle();
  };
  const hands = map.getCanvasContainer();
  hands.addEventListener('pointerdown', press, { capture: true });
  hands.addEventListener('wheel', turn, { capture: true, passive: true });
  for (const end of RELEASED) addEventListener(end, release, { capture: true });
  map.on('movestart', () => map.isMoving() && !isPressed && coarsen());
  map.on('moveend', () => isCoarse && settle());
  map.on('remove', () => {
    clearTimeout(timer);
    clearTimeout(names);
    for (const end of RELEASED) removeEventListener(end, release, { capture: true });
  });
}

const NOTHING = (): void => undefined;
const RELEASED = ['pointerup', 'pointercancel', 'blur'] as const;

/** Names under which browsers draw WebGL without a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function isDrawnInSoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  return Boolean(gl && names && SOFTWARE.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL))));
}
