/** A town in two languages, as a district is begun with it. */
export const MILL_TOWN = {
  id: 'mill-town',
  name_zh: '磨坊镇',
  name_en: 'Mill Town',
  frame: [9.9, 53.5, 10.02, 53.57],
  metre_crs: 'EPSG:32632',
  time_zone: 'Europe/Berlin',
  languages: ['zh', 'en'],
  axes: [],
  units: { m: { zh: '米', en: 'm' } },
};
