import { invariant } from '@westgate/base';
import { type TypeWeights, vocabulary } from '@westgate/domain';
import { vocabularyRows } from './vocabulary-rows.ts';

const FILE = 'type-weights.csv';

let held: TypeWeights | null = null;

/** What commitment types clauses were given by hand, learned by tools/learn-types.mjs: packages/desk/vocabulary/type-weights.csv. Read once. */
export function typeWeights(): TypeWeights {
  held ??= readWeights();
  return held;
}

function readWeights(): TypeWeights {
  const weights = { zh: new Map<string, readonly number[]>(), en: new Map<string, readonly number[]>() };
  const columns = [...vocabulary.VERB_CLASSES, 'none'];
  for (const { at, values } of vocabularyRows(FILE, ['language', 'feature', ...columns])) {
    const { language } = values;
    invariant(language === 'zh' || language === 'en', `${FILE}, row ${at.row}: a language`);
    weights[language].set(
      String(values.feature ?? ''),
      columns.map((column) => Number(values[column] ?? 0)),
    );
  }
  return weights;
}
