import { inLanguage } from '@westgate/base';
import { useAsk } from '../../../../api/ask.ts';
import { useRow } from '../../../../api/edits.ts';
import { useWords } from '../../../../messages/words.ts';
import { Button } from '../../../../parts/button.tsx';
import { nameOfRow } from '../../../../parts/picker.tsx';
import { useLanguage } from '../../../../scope/use-view.ts';
import { type Sketch, sketchOf } from '../../../../sketch/sketch.ts';
import { asGeometry } from '../../../../sketch/snap.ts';

/** Takes what is drawn of the case's place as the edge of a storage area: its areas of one part, each a button. */
export function OutlineButtons({ place, onSketch }: { readonly place: string; readonly onSketch: (sketch: Sketch) => void }) {
  const word = useWords();
  const language = useLanguage();
  const row = useRow('place', place).data;
  const shapes = useAsk('map-shapes', { query: { of: place } }).data?.items;
  if (!row || !shapes) return null;
  const name = inLanguage(nameOfRow(row.fields), language) ?? place;
  const areas = shapes.map((shape) => sketchOf(asGeometry(shape.geometry))).filter((sketch) => sketch?.shape === 'area');
  if (areas.length === 0) return <p className="note">{word('design.takeOutline.none', { place: name })}</p>;
  return (
    <p className="row">
      {areas.map((sketch, index) => {
        const number = index + 1;
        const said =
          areas.length === 1 ? word('design.takeOutline', { place: name }) : word('design.takeOutline.number', { place: name, number });
        return <Button key={said} name={said} onClick={() => sketch && onSketch(sketch)} />;
      })}
    </p>
  );
}
