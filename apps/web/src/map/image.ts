import type { Stage } from '@westgate/contract';
import { type PlaceKind, shapeOf } from '@westgate/domain';
import type { MapInk } from './ink.ts';

/** How an aim is drawn: a colour name and a pattern; both null for a place that serves no aim. */
export interface AimStyle {
  readonly colour: string | null;
  readonly pattern: string | null;
}

/** Device pixels per CSS pixel of generated images. */
export const IMAGE_RATIO = 2;
const SYMBOL_SIZE = 30;
const TILE_SIZE = 24;

/** The stage of a symbol; `plain` where a place only helps to find the way and has no stage. */
export type SymbolStage = Stage | 'plain';

/** Outline of a stage: width in CSS pixels and dash. Dashed: candidate; 1.5 px: under way; 3 px: done; round dots: not known. */
export const STAGE_STROKE: Record<SymbolStage, { readonly width: number; readonly dash: readonly number[] }> = {
  candidate: { width: 1.4, dash: [3.2, 2.4] },
  'under-way': { width: 1.5, dash: [] },
  done: { width: 3, dash: [] },
  'not-known': { width: 2, dash: [0.1, 3] },
  plain: { width: 1.3, dash: [] },
};

/** The symbol of a site: shape by kind, fill by aim, outline by stage, on a paper halo. */
export function drawSymbol(kind: PlaceKind, aim: AimStyle, stage: SymbolStage, ink: MapInk): ImageData {
  const shape = shapeOf(kind);
  const colour = inkOf(aim, ink);
  const context = canvas(SYMBOL_SIZE);
  context.translate(SYMBOL_SIZE / 2, SYMBOL_SIZE / 2);
  const outline = new Path2D(shape.outline);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = ink.ground;
  context.lineWidth = 5;
  context.stroke(outline);
  context.fillStyle = ink.paper;
  context.fill(outline);
  context.save();
  context.clip(outline);
  context.translate(-SYMBOL_SIZE / 2, -SYMBOL_SIZE / 2);
  fillPattern(context, aim.pattern, colour, SYMBOL_SIZE, SYMBOL_SIZE);
  context.restore();
  const stroke = STAGE_STROKE[stage];
  context.strokeStyle = aim.pattern === 'solid' && stage !== 'done' ? ink.paper : colour;
  if (shape.inner) {
    context.lineWidth = 1.1;
    context.stroke(new Path2D(shape.inner));
  }
  context.strokeStyle = aim.pattern === 'solid' && stage !== 'under-way' ? ink.ink : colour;
  context.lineWidth = stroke.width;
  context.setLineDash([...stroke.dash]);
  context.stroke(outline);
  return pixels(context, SYMBOL_SIZE);
}

/** A seamless tile of an aim's pattern, for areas. */
export function drawTile(aim: AimStyle, ink: MapInk): ImageData {
  const context = canvas(TILE_SIZE);
  context.globalAlpha = aim.pattern === 'solid' ? 0.5 : 0.9;
  fillPattern(context, aim.pattern, inkOf(aim, ink), TILE_SIZE, TILE_SIZE);
  return pixels(context, TILE_SIZE);
}

/** The colour of an aim, or soft ink for none. */
function inkOf(aim: AimStyle, ink: MapInk): string {
  return (aim.colour && ink.colours[aim.colour]) || ink.inkSoft;
}

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size * IMAGE_RATIO;
  // Read back at once: kept in memory, or each image waits for the graphics card.
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no 2D canvas');
  context.scale(IMAGE_RATIO, IMAGE_RATIO);
  return context;
}

function pixels(context: CanvasRenderingContext2D, size: number): ImageData {
  return context.getImageData(0, 0, size * IMAGE_RATIO, size * IMAGE_RATIO);
}

/** Fills the current clip of `context` with an aim's pattern, in CSS pixels. Unknown pattern: left empty. */
function fillPattern(context: CanvasRenderingContext2D, pattern: string | null, colour: string, width: number, height: number): void {
  context.strokeStyle = colour;
  context.fillStyle = colour;
  if (pattern === 'solid') fillSolid(context, width, height);
  else if (pattern === 'outline') fillPale(context, width, height);
  else if (pattern === 'hatch') strokeHatch(context, width, height);
  else if (pattern === 'wave') strokeWaves(context, width, height);
}

function fillSolid(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.fillRect(0, 0, width, height);
}

function fillPale(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.save();
  context.globalAlpha *= 0.22;
  context.fillRect(0, 0, width, height);
  context.restore();
}

/** 45° lines every 6 px; they meet at the borders of a tile whose sides are multiples of 6. */
function strokeHatch(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.lineWidth = 1.3;
  context.beginPath();
  for (let x = -height; x <= width + height; x += 6) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
}

/** Wave lines every 6 px with a period of 12 px. */
function strokeWaves(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.lineWidth = 1.2;
  context.beginPath();
  for (let y = 3; y < height + 6; y += 6) {
    context.moveTo(-12, y);
    for (let x = -12; x < width + 12; x += 12) {
      context.quadraticCurveTo(x + 3, y - 3, x + 6, y);
      context.quadraticCurveTo(x + 9, y + 3, x + 12, y);
    }
  }
  context.stroke();
}
