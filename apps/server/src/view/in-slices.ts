import { slices } from '@westgate/desk';

/** Characters handed over at once. */
const AT_ONCE = 65_536;

/** A text made piece by piece, with others having their turn between: one piece should take a few milliseconds at most. */
export async function* textInSlices(pieces: Iterable<string>): AsyncGenerator<string> {
  const paced = slices();
  let text = '';
  for (const piece of pieces) {
    text += piece;
    await paced();
    if (text.length < AT_ONCE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
