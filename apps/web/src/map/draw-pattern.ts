/** Fills the current clip of `context` with an aim's pattern, in CSS pixels. Unknown pattern: left empty. */
export function fillPattern(
  context: CanvasRenderingContext2D,
  pattern: string | null,
  colour: string,
  width: number,
  height: number,
): void {
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
