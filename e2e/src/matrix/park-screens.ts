/** The screens of parks and their space. */
export const PARK_SCREENS = [
  { name: { zh: '园区', en: 'Parks' }, route: '/results/parks', path: '/results/parks', ready: '.space-table tbody tr' },
  {
    name: { zh: '园区，一个园区与企业需求', en: 'Parks, one park and a need' },
    route: '/results/parks',
    path: '/results/parks?park=industrial-internet-park&need=area:1000,load:5',
    ready: '.space-table tbody tr',
  },
  {
    name: { zh: '园区，填报面积', en: 'Parks, floor areas being recorded' },
    route: '/results/parks',
    path: '/results/parks?park=industrial-internet-park&edit=floor_area:iip-pilot',
    ready: '.space-table .record-form',
  },
];
