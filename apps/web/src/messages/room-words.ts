import type { Language } from '@westgate/base';
import { type RoomName, roomTextsIn } from './texts.ts';

// Few lines, which come with the first ones: what asks for the code of screens asks for the texts of their rooms.

/** The catalogues that are here, by language, and the rooms whose texts came with their screens. */
const catalogues = new Map<Language, object>();
const rooms = new Set<RoomName>();

/** The code of a screen of a room, with the texts of the room in every language that is shown: they are here when it is. */
export async function withRoom<Code>(room: RoomName, code: () => Promise<Code>): Promise<Code> {
  rooms.add(room);
  const texts = [...catalogues].map(([language, catalogue]) => addRoom(room, language, catalogue));
  const [come] = await Promise.all([code(), ...texts]);
  return come;
}

/** Adds the texts of the rooms that came to a catalogue, and of all that come from now on. */
export async function addRoomsTo(language: Language, catalogue: object): Promise<void> {
  catalogues.set(language, catalogue);
  await Promise.all([...rooms].map((room) => addRoom(room, language, catalogue)));
}

/** Into the catalogue that is here: whoever holds it finds them there. */
async function addRoom(room: RoomName, language: Language, catalogue: object): Promise<void> {
  Object.assign(catalogue, await roomTextsIn(room, language));
}
