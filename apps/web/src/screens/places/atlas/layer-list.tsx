import { type ShapeName, shapeOf } from '@westgate/domain';
import { BASE_GROUP_NAMES } from '../../../map/base-layers.ts';
import { useWords } from '../../../messages/words.ts';
import { KIND_GROUP_NAMES, KIND_GROUPS, LAYER_NAMES, type LayerName, onlyLayer, withLayer } from './layer-state.ts';
import { ShapeKey } from './map-key.tsx';
import type { AtlasState } from './use-atlas.ts';

interface LayerRow {
  readonly layer: LayerName;
  readonly name: string;
  readonly shape: ShapeName | null;
  readonly count: number | null;
}

/** The layers by group: our own by kind of place, then the drawn base map; each with tick, count, opacity and "only". */
export function LayerList({ atlas }: { atlas: AtlasState }) {
  const word = useWords();
  const things = KIND_GROUP_NAMES.map(
    (name): LayerRow => ({
      layer: `thing-${name}`,
      name: word(`atlas.group.${name}`),
      shape: shapeOf(KIND_GROUPS[name][0]).name,
      count: KIND_GROUPS[name].reduce((sum, kind) => sum + (atlas.kinds[kind] ?? 0), 0),
    }),
  );
  const base = BASE_GROUP_NAMES.map(
    (name): LayerRow => ({ layer: `base-${name}`, name: word(`atlas.base.${name}`), shape: null, count: null }),
  );
  const isAllShown = LAYER_NAMES.every((name) => atlas.layers.get(name) === 1);
  return (
    <section className="layers">
      <header>
        <h2>{word('atlas.layers')}</h2>
        {isAllShown ? null : (
          <button type="button" className="text-button" onClick={() => atlas.setLayers(new Map(LAYER_NAMES.map((name) => [name, 1])))}>
            {word('atlas.layers.reset')}
          </button>
        )}
        <span className="small soft">{word('atlas.layers.columns')}</span>
      </header>
      <LayerGroup atlas={atlas} title={word('atlas.layers.things')} rows={things} />
      <LayerGroup atlas={atlas} title={word('atlas.layers.base')} rows={base} />
    </section>
  );
}

function LayerGroup({ atlas, title, rows }: { atlas: AtlasState; title: string; rows: readonly LayerRow[] }) {
  const word = useWords();
  const on = rows.filter(({ layer }) => (atlas.layers.get(layer) ?? 1) > 0).length;
  return (
    <div className="layer-group">
      <h3>
        <span>{title}</span>
        <small>{word('atlas.layers.on', { on, all: rows.length })}</small>
      </h3>
      <ul>
        {rows.map((row) => (
          <LayerItem key={row.layer} atlas={atlas} row={row} />
        ))}
      </ul>
    </div>
  );
}

function LayerItem({ atlas, row: { layer, name, shape, count } }: { atlas: AtlasState; row: LayerRow }) {
  const word = useWords();
  const opacity = atlas.layers.get(layer) ?? 1;
  return (
    <li className={opacity > 0 ? '' : 'off'}>
      <label>
        <input
          type="checkbox"
          checked={opacity > 0}
          onChange={() => atlas.setLayers(withLayer(atlas.layers, layer, opacity > 0 ? 0 : 1))}
        />
        {shape ? <ShapeKey shape={shape} /> : null}
        <span>{name}</span>
      </label>
      <button
        type="button"
        className="layer-only"
        aria-label={word('atlas.layers.onlyName', { name })}
        onClick={() => atlas.setLayers(onlyLayer(atlas.layers, layer))}
      >
        {word('atlas.layers.only')}
      </button>
      <span className="layer-count">{count}</span>
      <input
        type="range"
        min="0"
        max="1"
        step="0.1"
        value={opacity}
        aria-label={word('atlas.layers.opacity', { name })}
        onChange={(event) => atlas.setLayers(withLayer(atlas.layers, layer, Number(event.target.value)))}
      />
    </li>
  );
}
