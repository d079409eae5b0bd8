/** An address as mail servers take it without quotes; what it means there they know better. */
const MAIL =
  /^[^\s\p{C}@<>(),:;"'\\[\]|`]{1,64}@(?=[^@]{1,190}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Whether `text` is one mail address and nothing beside it: no name before it, no second one, no line break. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && MAIL.test(text) && !/^\.|\.\.|\.@/.test(text);
}
