import type { Language } from '@westgate/base';
import type en from './en.json';

/** The texts of the screens in a language; both languages have the same names (tested). */
export async function textsIn(language: Language): Promise<typeof en> {
  const { default: texts } = await (language === 'zh'
    ? import('./zh.json', { with: { type: 'json' } })
    : import('./en.json', { with: { type: 'json' } }));
  return texts;
}

/** Texts that come with the screens of a room, as no first look shows them. Their names are of no other catalogue (tested). */
const ROOMS = {
  flood: {
    zh: () => import('./rooms/flood.zh.json', { with: { type: 'json' } }),
    en: () => import('./rooms/flood.en.json', { with: { type: 'json' } }),
  },
} as const;
export type RoomName = keyof typeof ROOMS;

/** The texts of a room in a language; both languages have the same names (tested). */
export async function roomTextsIn(room: RoomName, language: Language): Promise<Readonly<Record<string, string>>> {
  const { default: texts } = await ROOMS[room][language]();
  return texts;
}
