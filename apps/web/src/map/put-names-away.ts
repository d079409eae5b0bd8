import type { DataDrivenPropertyValueSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl';

type Opacity = DataDrivenPropertyValueSpecification<number> | undefined;

/** Draws a map without its names until what is answered is called: of all that is drawn, letters with their halo take the processor most time. */
export function putNamesAway(map: MapLibre): () => void {
  // There is none before it was loaded, whatever the type says.
  const style: StyleSpecification | undefined = map.getStyle();
  const named = (style?.layers ?? []).flatMap((layer) => (layer.type === 'symbol' && layer.layout?.['text-field'] ? [layer.id] : []));
  const held = named.map((id) => [id, map.getPaintProperty(id, 'text-opacity') as Opacity] as const);
  const put = (id: string, opacity: Opacity): void => {
    if (!map.getLayer(id)) return;
    map.setPaintProperty(id, 'text-opacity-transition', { duration: 0 });
    map.setPaintProperty(id, 'text-opacity', opacity);
  };
  for (const id of named) put(id, 0);
  return () => {
    for (const [id, opacity] of held) put(id, opacity);
  };
}
