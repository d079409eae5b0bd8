import { bareText } from './flat-text.ts';

/** The words of a head without marks and what stands in brackets. */
export function bareHead(head: string): string {
  return bareText(head.normalize('NFKC').replaceAll(/\([^)]*\)/g, ''));
}

/** The unit that stands in brackets in a head, as `万元` in 投资（万元）; null where there is none. */
export function unitOfHead(head: string): string | null {
  const [, unit] = /\(\s*(?:单位\s*[:：]\s*)?([^()]{1,12})\)\s*$/.exec(head.normalize('NFKC')) ?? [];
  return unit !== undefined && /元|米|亩|户|个|项|%|人|栋|套|公里|平方|km|m2|m²|million|units?/i.test(unit) ? unit.trim() : null;
}

/** The lowest words of a head: under which a cell of several columns of one role is kept. */
export function lastHead({ head }: { readonly head: string }): string {
  return head.split(' / ').at(-1) ?? '';
}
