import { strangeInLine } from './plain-text.ts';

/** https or http, a host by name or number, nothing before it: no other scheme, no name or password. */
const WEB = /^https?:\/\/(?:(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#][^\s\p{C}"<>\\^`]*)?$/iu;
const LONGEST = 2_000;

/**
 * `text` where it is the address of a page, to be written as a link; null for anything else, such as another scheme, a name or password before the
 * host, blanks, control characters and characters that nobody sees. Asked where an address comes in, and again wherever one is written.
 */
export function webAddress(text: string | null): string | null {
  return text !== null && text.length <= LONGEST && WEB.test(text) && strangeInLine(text) === null ? text : null;
}
