import type { District } from '@westgate/contract';
import { camelName, entriesOf, USUAL_SPAN } from '@westgate/domain';

const COLUMNS = entriesOf('district').map(({ name, kind }) => [camelName(name), kind === 'pair' ? { zh: null, en: null } : null] as const);

/** What the frame holds while there is no district: both languages, no name, nothing in it. */
export const NO_DISTRICT: District = {
  ...(Object.fromEntries(COLUMNS) as unknown as District),
  id: '',
  rev: 1,
  frame: [-180, -85, 180, 85],
  metreCrs: '',
  timeZone: 'UTC',
  languages: ['zh', 'en'],
  axes: [],
  units: [],
  label: { zh: null, en: null },
  days: USUAL_SPAN,
  levels: {},
  isInvented: false,
  documents: [],
  today: new Date().toISOString().slice(0, 10),
  seq: 0,
  mode: 'ready',
  modeReason: null,
  modeNote: null,
  figures: [],
};
