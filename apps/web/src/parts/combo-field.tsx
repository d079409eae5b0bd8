import { lazy, Suspense } from 'react';
import type { ComboProps } from './combo-box.tsx';
import { FoldSign } from './fold-sign.tsx';

const ComboBox = lazy(async () => ({ default: (await import('./combo-box.tsx')).ComboBox }));

/** One of a list that may be long, chosen by typing. Its code comes with the first such field; until then what is held is shown. */
export function ComboField(combo: ComboProps) {
  const { id, value, name, options, empty, 'aria-label': label } = combo;
  const shown = options.find((option) => option.id === value)?.name ?? name ?? value;
  return (
    <Suspense
      fallback={
        <span className="combo">
          <input id={id} className="field" aria-label={label} readOnly value={shown} placeholder={empty} title={shown || undefined} />
          <span className="combo-button">
            <FoldSign />
          </span>
        </span>
      }
    >
      <ComboBox {...combo} />
    </Suspense>
  );
}
