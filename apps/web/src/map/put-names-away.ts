import type { DataDrivenPropertyValueSpecification, Map as MapLibre } from 'maplibre-gl';

type Opacity = DataDrivenPropertyValueSpecification<number> | undefined;

/**
 * Draws a map without its names until what is answered is called: of all that is drawn, letters with their halo take the processor most
 * time. `quick`: those alone that all have one opacity; where each has its own (some places are lit), the tiles must be cut anew to
 * change it.
 */
export function putNamesAway(map: MapLibre, quick: boolean): () => void {
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
