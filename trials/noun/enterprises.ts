import { id, maybeInteger, maybeOneOf, maybeRef, pair } from '../fields/fields.ts';
import { label, noPlace, note, table, tags, visibility } from './table.ts';

/** An invented noun: the enterprises that work in the district's parks. */
export const ENTERPRISE_TABLE = table({
  label: label('企业', 'enterprise', 'enterprises', '家'),
  file: 'results/enterprises.csv',
  isRare: true,
  since: 21,
  key: ['id'],
  named: 'name',
  about: { zh: '本区企业', en: 'an enterprise of the district' },
  of: [],
  goesWith: [],
  audience: 'own',
  written: 'form',
  address: 'enterprises',
  page: 'plain',
  icon: 'M3 17V7h6v10M9 17V3h8v14M12 6h2M12 9h2M12 12h2M5 10h2M5 13h2M2 17h16',
  search: { name: 'name', note: 'remark' },
  list: ['name', 'park', 'trade', 'workers', 'size'],
  form: { first: ['name', 'park', 'trade', 'workers'] },
  fields: {
    id: id<'enterprise'>('固定编号', 'stable id'),
    ...pair('name', '名称', 'the name'),
    park: maybeRef('park', '所在园区', 'the park it works in'),
    place: maybeRef('place', '所在地点', 'where it lies'),
    trade: {
      ...maybeOneOf(['finance', 'software', 'film'], '所属行业', 'what it lives by'),
      label: { zh: '行业', en: 'Trade' },
      names: { finance: { zh: '金融', en: 'finance' }, software: { zh: '软件', en: 'software' }, film: { zh: '影视', en: 'film' } },
    },
    workers: { ...maybeInteger('从业人数', 'people who work there'), label: { zh: '从业人数', en: 'People employed' } },
    ...noPlace(),
    tags: tags(),
    ...note(),
    ...visibility(),
  },
});
