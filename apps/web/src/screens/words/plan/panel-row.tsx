import { type Language, onlyMark } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import type { ReactNode } from 'react';

/** One subject of the panel: its name and count, and its lines. */
export function PanelRow({ title, count, children }: { readonly title: string; readonly count?: number; readonly children: ReactNode }) {
  return (
    <section className="panel-row quiet-links">
      <h3>
        {title}
        {count === undefined ? null : <span> {count}</span>}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

/** Behind sentences that are shown in the other language: that they are held in that one alone. */
export function OnlyIn({ sentences, language }: { readonly sentences: readonly Sentence[]; readonly language: Language }) {
  const marks = new Set(sentences.map(({ text }) => onlyMark(text, language)).filter((mark) => mark !== ''));
  return [...marks].map((mark) => (
    <span key={mark} className="only-in">
      {mark}
    </span>
  ));
}
