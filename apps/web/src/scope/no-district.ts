import type { District } from '@westgate/contract';
import { USUAL_SPAN } from '@westgate/domain';

/** What the frame holds while there is no district: both languages, no name, nothing in it. */
export const NO_DISTRICT: District = {
  id: '',
  rev: 1,
  name: { zh: null, en: null },
  frame: [-180, -85, 180, 85],
  metreCrs: '',
  timeZone: 'UTC',
  languages: ['zh', 'en'],
  axes: [],
  units: [],
  notice: { zh: null, en: null },
  label: { zh: null, en: null },
  days: USUAL_SPAN,
  opensOn: null,
  oc4idsPrefix: null,
  feedbackDays: null,
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
