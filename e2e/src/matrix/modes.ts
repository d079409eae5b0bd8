import { DESK, PHONE } from '../page.ts';
import type { Rules } from './look.ts';

/** One way to look at a screen. */
export interface Mode {
  readonly lang: 'zh' | 'en';
  readonly theme: 'light' | 'dark';
  readonly type: 'large' | null;
}

/** Both languages, both themes, both sizes of type: eight ways. */
export const MODES: readonly Mode[] = (['zh', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((theme) => ([null, 'large'] as const).map((type) => ({ lang, theme, type }))),
);

/**
 * All ways; or of a screen three: the ordinary one of each language, one on a desk and the other on a phone, and a third in the window where its
 * ordinary look is not held to all rules: the dark one on a desk, the large one on a phone. They change places from screen to screen.
 */
export function waysOf(screen: number, window: keyof typeof WINDOWS, isWhole: boolean): readonly Mode[] {
  const isDesk = window === 'desk';
  const ordinary = (screen % 2 === 0) === isDesk ? 'zh' : 'en';
  return MODES.filter(({ lang, theme, type }) => {
    if (isWhole) return true;
    if (lang === ordinary) return theme === 'light' && type === null;
    if (isTurn(screen, window)) return false;
    return isDesk ? theme === 'dark' && type === null : theme === 'light' && type === 'large';
  });
}

/** Whether this is the window in which the ordinary look of a screen is held to all rules in the short form. */
function isTurn(screen: number, window: keyof typeof WINDOWS): boolean {
  return (screen % 2 === 0) === (window === 'desk');
}

/** The windows: a desk and a phone. */
export const WINDOWS = { desk: DESK, phone: PHONE } as const;

/** `path` with the mode in its query. */
export function addressIn(path: string, { lang, theme, type }: Mode): string {
  const [place = '', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set('lang', lang);
  params.set('theme', theme);
  if (type) params.set('type', type);
  return `${place}?${params}`;
}

/** `zh light`, `en dark large`. */
export function modeName({ lang, theme, type }: Mode): string {
  return [lang, theme, type ?? ''].filter((word) => word !== '').join(' ');
}

/** Whether it is the ordinary look of its language. */
export function isOrdinary({ theme, type }: Mode): boolean {
  return theme === 'light' && type === null;
}

/**
 * The rules of axe that a look is held to: all in the ordinary one of each language, colours in the dark, sizes in large type. In the short
 * form all of one screen on a desk, of the next on a phone; colours in the dark of those that are not held to all on a desk.
 */
export function rulesOf(mode: Mode, screen: number, window: keyof typeof WINDOWS, isWhole: boolean): Rules | null {
  if (isOrdinary(mode)) return isWhole || isTurn(screen, window) ? 'all' : null;
  if (mode.theme === 'dark') return mode.type === null ? 'colours' : null;
  return 'sizes';
}

/** Whether a screen is looked at in the contrast theme: each, or in the short form those that are not looked at for colours in the dark. */
export function isContrastOf(screen: number, isWhole: boolean): boolean {
  return isWhole || screen % 2 === 0;
}
