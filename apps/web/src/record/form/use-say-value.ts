import { fieldsOf } from '@westgate/domain';
import { useCallback } from 'react';
import type { FormKind } from '../../api/form-kinds.ts';
import { useDepartments } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useValueWord } from './field-words.ts';
import type { FormValue } from './form-values.ts';

/** Gives a value of a column as people read it. */
export function useSayValue(kind: FormKind): (column: string, value: FormValue) => string {
  const word = useWords();
  const say = useSay();
  const valueWord = useValueWord(kind);
  const { tagNames } = useDistrictFrame();
  return useCallback(
    (column, value) => {
      const { kind: type, none } = fieldsOf(kind)[column] ?? {};
      if (value === null || value === '') return none ? say(none) : word('empty');
      if (typeof value === 'boolean' || type === 'boolean') return word(String(value) === 'true' ? 'yes' : 'no');
      if (typeof value === 'string') return valueWord(column, value);
      if ('type' in value) return `${word(shapeWord(value.type))} · ${JSON.stringify(value.coordinates).slice(0, 60)}`;
      const names = value.map((tag) => {
        const name = tagNames.get(tag);
        return name ? say(name) : tag;
      });
      return names.length === 0 ? word('empty') : names.join(' · ');
    },
    [kind, word, say, valueWord, tagNames],
  );
}

function shapeWord(type: string): 'sketch.shape.point' | 'sketch.shape.line' | 'sketch.shape.area' {
  if (type.endsWith('Point')) return 'sketch.shape.point';
  return type.endsWith('LineString') ? 'sketch.shape.line' : 'sketch.shape.area';
}

/** Gives the text of a value of a column as people read it: a department by its name, a word of a list by its own. */
export function useSayColumn(kind: FormKind): (column: string, value: string) => string {
  const say = useSay();
  const sayValue = useSayValue(kind);
  const departments = useDepartments().data ?? [];
  return (column, value) => {
    const isDepartment = fieldsOf(kind)[column]?.table === 'department';
    const department = isDepartment ? departments.find(({ id }) => id === value) : undefined;
    return department ? say(department.name) : sayValue(column, value);
  };
}
