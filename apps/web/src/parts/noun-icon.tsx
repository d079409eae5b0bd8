import type { Gap, ThingKindName } from '@westgate/contract';
import { described, isPlain, type PlainKind } from '@westgate/domain';
import { useSay, useWords } from '../messages/words.ts';
import { ThingLink } from './thing-link.tsx';

const PATHS: Readonly<Record<Exclude<ThingKindName | 'source', PlainKind>, string>> = {
  sentence: 'M3 5h14M3 10h14M3 15h9',
  commitment: 'M4 4h12v12H4zM7 10l2.2 2.4L13.5 7.5',
  place: 'M10 3 17 16H3zM10 9v3M9 13.5h2',
  project: 'M3 5v10M8 5v10M13 5v10M17 5v10M3 8h14M3 12h14',
  indicator: 'M2.5 7h15v6h-15zM6 7v3M9 7v2M12 7v3M15 7v2',
  document: 'M5 3h7l3 3v11H5zM12 3v3h3',
  source: 'M5 3h8a2 2 0 0 1 2 2v12H7a2 2 0 0 1-2-2zM5 15a2 2 0 0 1 2-2h8M8 6.5h4',
  supervision: 'M4 3h9l3 3v11H4zM7 9h6M7 12h4M12.5 15l1.5 1.5 3-3.5',
  district: 'M4 4l6-1 6 2-1 6 1 5-7 1-5-3z',
};

/** The sign of a kind whose table says none. */
const PLAIN = 'M4 4h12v12H4z';

/** The sign of a kind of record; always beside its word. */
export function NounIcon({ kind }: { readonly kind: ThingKindName | 'source' }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={isPlain(kind) ? (described(kind).icon ?? PLAIN) : PATHS[kind]} />
    </svg>
  );
}

/** A record with a gap, and the reason. */
export function GapLine({ gap: { thing, reason } }: { readonly gap: Gap }) {
  const word = useWords();
  const say = useSay();
  return (
    <li>
      <span className="eyebrow">
        <NounIcon kind={thing.kind} />
        {word(`noun.${thing.kind}`)}
      </span>
      <ThingLink thing={thing} />
      <span className="soft small">{say(reason)}</span>
    </li>
  );
}

/** A triangle before what folds: it points at the words while shut, down while open. Drawn, as no font that we ship has it. */
export function FoldSign() {
  return (
    <svg className="fold-sign" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M3 1v8l5-4z" />
    </svg>
  );
}

/** A corner that points down, behind what opens a menu. */
export function MenuSign() {
  return (
    <svg className="menu-sign" viewBox="0 0 10 10" aria-hidden="true">
      <path d="m1.5 3.5 3.5 3.5 3.5-3.5" />
    </svg>
  );
}
