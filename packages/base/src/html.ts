/** A piece of HTML whose texts are escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly (Html | null)[];

/** HTML with every interpolated text escaped; pieces of HTML are taken as they are, null is left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, index) => string + shown(parts[index] ?? null)).join(''));
}

/** Pieces one after another with a text between; those that are null are left out. */
export function joined(pieces: readonly (Html | null)[], between: string): Html {
  const held = pieces.filter((piece) => piece !== null);
  return html`${held.map((piece, index) => (index === 0 ? piece : html`${between}${piece}`))}`;
}

function shown(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map((each) => each?.text ?? '').join('');
  return String(part).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
