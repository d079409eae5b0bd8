import type { Bilingual } from '@westgate/base';
import type { SourceSaid, Thing } from '@westgate/contract';
import type { PaperCell, SayIn } from '@westgate/desk';

/** What cells are said with: the words of a language, and the names of the district's plans, axes and aims. */
export interface Saying {
  readonly say: SayIn;
  /** The titles of plans, by their ids. */
  readonly plans: (ids: readonly string[]) => string;
  /** Values of axes, `axis:value`, by their names; the aim has a column of its own. */
  readonly under: (tags: readonly string[]) => string | null;
  readonly aim: (id: string | null) => string;
  /** The day that the list is of. */
  readonly asOf: string;
}

/** A column of a list that is downloaded. */
export interface PaperColumn<Item> {
  readonly head: { readonly zh: string; readonly en: string };
  readonly cell: (item: Item, saying: Saying) => PaperCell;
  /** In characters. */
  readonly width?: number;
}

/** The name of a record; not known where there is none. */
export function named(thing: Thing | null, { say }: Saying): string {
  return thing ? say.of(thing.name) : say.unknown;
}

/** A text that a record may do without. */
export function maybe(text: Bilingual, { say }: Saying): string | null {
  return text.zh === null && text.en === null ? null : say.of(text);
}

/** A value, or not known. */
export function known(value: string | number | null, { say }: Saying): PaperCell {
  return value ?? say.unknown;
}

/** The id of a source; that it is not public where it is withheld, nothing where none is named. */
export function sourceCell(source: SourceSaid, { say }: Saying): string | null {
  return source === 'withheld' ? say.text('来源未公开', 'source not public') : (source?.id ?? null);
}
