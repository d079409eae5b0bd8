/** One line beside the pointer. */
export interface TipContent {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Names what the pointer is on; the list and the card say the same to those without a pointer. */
export function MapTip({ tip }: { tip: TipContent }) {
  return (
    <div className="map-tip" style={{ left: tip.x, top: tip.y }} aria-hidden="true">
      {tip.text}
    </div>
  );
}
