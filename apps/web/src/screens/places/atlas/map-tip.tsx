/** One line beside the pointer. */
export interface TipContent {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In the right part of the sheet, where the line stands at the left of the pointer. */
  readonly isRight: boolean;
}

/** Names what the pointer is on; the list and the card say the same to those without a pointer. */
export function MapTip({ tip }: { tip: TipContent }) {
  return (
    <div className={tip.isRight ? 'map-tip flip' : 'map-tip'} style={{ left: tip.x, top: tip.y }} aria-hidden="true">
      {tip.text}
    </div>
  );
}
