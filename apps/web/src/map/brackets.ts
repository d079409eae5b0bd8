/** A box on the screen, CSS pixels. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** SVG path of the four corner brackets round `box`: the mark of a selection, so that no fill has to change. */
export function bracketPath(box: ScreenBox, margin = 5, arm = 11): string {
  const [left, top, right, bottom] = [box.left - margin, box.top - margin, box.right + margin, box.bottom + margin].map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
  const reach = Math.min(arm, Math.max((right - left) / 2 - 2, 4), Math.max((bottom - top) / 2 - 2, 4));
  return [
    `M${left} ${top + reach}V${top}H${left + reach}`,
    `M${right - reach} ${top}H${right}V${top + reach}`,
    `M${right} ${bottom - reach}V${bottom}H${right - reach}`,
    `M${left + reach} ${bottom}H${left}V${bottom - reach}`,
  ].join('');
}

/** `box` grown about its middle to at least `least` pixels each way. */
export function atLeast(box: ScreenBox, least: number): ScreenBox {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [w, h] = [Math.max(box.right - box.left, least) / 2, Math.max(box.bottom - box.top, least) / 2];
  return { left: x - w, top: y - h, right: x + w, bottom: y + h };
}
