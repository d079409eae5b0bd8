import type { UnitDraft } from './district-draft.ts';

/** Units that plans of districts use, to choose from. */
export const OFFERED_UNITS: readonly UnitDraft[] = [
  unit('items', '项', 'items'),
  unit('percent', '%', '%'),
  unit('ha', '公顷', 'ha'),
  unit('km2', '平方公里', 'km²'),
  unit('m2', '平方米', 'm²'),
  unit('1e4-m2', '万平方米', '10,000 m²'),
  unit('m', '米', 'm'),
  unit('km', '公里', 'km'),
  unit('m3', '立方米', 'm³'),
  unit('yuan', '元', 'yuan'),
  unit('1e4-yuan', '万元', '10,000 yuan'),
  unit('1e8-yuan', '亿元', '100 million yuan'),
  unit('people', '人', 'people'),
  unit('households', '户', 'households'),
  unit('firms', '家', 'firms'),
  unit('buildings', '栋', 'buildings'),
  unit('sites', '处', 'sites'),
  unit('projects', '个项目', 'projects'),
  unit('visits', '人次', 'visits'),
  unit('months', '个月', 'months'),
];

/** Those that are chosen for a new district. */
export const USUAL_UNITS: readonly UnitDraft[] = OFFERED_UNITS.filter(({ code }) =>
  ['items', 'percent', 'ha', 'm2', 'km', '1e8-yuan', 'people'].includes(code),
);

function unit(code: string, zh: string, en: string): UnitDraft {
  return { code, name: { zh, en } };
}
