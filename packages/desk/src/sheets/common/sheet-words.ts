import type { Language } from '@westgate/base';
import type { SheetField } from './sheet-field.ts';

/** Where a value was read: the file, the cell and its words. Null for an empty cell. */
export function basisOf(fileName: string, { cell, raw }: Pick<SheetField<string>, 'cell' | 'raw'>, language: Language): string | null {
  if (raw === '') return null;
  return language === 'zh' ? `${fileName}，${cell}：${raw}` : `${fileName}, ${cell}: ${raw}`;
}

/** A clause does without the full stop of its sentence. */
export function withoutStop(text: string): string {
  return text.replace(/[。．.；;]+$/, '') || text;
}
