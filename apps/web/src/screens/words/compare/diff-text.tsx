import { useMemo } from 'react';
import { diffWords } from '../../../parts/word-diff.ts';

/** One side of two texts; the words that the other side lacks are struck out or underlined. */
export function DiffText({ old, fresh, side }: { readonly old: string; readonly fresh: string; readonly side: 'old' | 'fresh' }) {
  const parts = useMemo(() => diffWords(old, fresh)[side], [old, fresh, side]);
  const Mark = side === 'old' ? 'del' : 'ins';
  return <p className="serif">{parts.map((part) => (part.isShared ? part.text : <Mark key={part.at}>{part.text}</Mark>))}</p>;
}
