import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitPlanText } from '@westgate/domain';

/** The sentences of `text`, as texts. */
function cut(text: string): readonly string[] {
  return splitPlanText(text).sentences.map((sentence) => sentence.text);
}

/** Each list is one paragraph, given as its sentences with what stands between them. */
function staysCut(sentences: readonly string[], between: string): void {
  assert.deepEqual(cut(sentences.join(between)), sentences);
}

const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  'abbreviations do not end a sentence': [
    'Mr. Li and Dr. Wang met Prof. Zhao at No. 5 factory, e.g. near St. Mary, i.e. in the U.S. Embassy vs. Fig. 3 on approx. 20 ha.',
    'Then they left.',
  ],
  'a company name ends a sentence only before a new one': [
    'Shougang Co., Ltd. Beijing Branch builds it with Acme Inc. Co.'.replace('Ltd. Beijing Branch', 'Ltd.'),
    'The district pays.',
  ],
  'etc. ends a sentence before a capital but not before a small letter': [
    'Roads, bridges, etc. are built.',
    'They build roads, etc.',
    'Work goes on.',
  ],
  'initials belong to a name': ['J. P. Smith et al. wrote it for the U.S. government.', 'It was read in the U.S.', 'The district agreed.'],
  'decimals, thousands and dates keep their points': [
    'Revenue rose by 10.5% to 1,000.5 million on 2024.3.5 under version 2.1.0.',
    'In 2024 it fell by 3.5.',
    '12 parks opened.',
  ],
  'a month before a day goes on': ['It opened on Jan. 5 and closed in Dec. 2024.', 'It snowed.'],
  'a full stop inside quotation marks ends the sentence': [
    'The aim is a "district of vitality."',
    'The district builds it.',
    'All is “well.”',
    'Now go.',
  ],
  'a quotation is not cut inside': ['He said: "We build. We open. We stay."', 'Then he left.'],
  'brackets are not cut inside': ['The parks (A, i.e. the old one. B, the new one. C) open.', '(This is a note.)', 'It ends (see No. 4).'],
  'a question inside a name goes on': ['The show "What next?" opens and the song “Together!” is sung.', 'Why?', 'Because!'],
  'ellipses end before a capital only': ['They built... and built…  and rested.', 'They waited...', 'Nothing came.'],
  'two marks are one stop': ['Is it done?!', 'It is.'],
  'addresses are whole': ['See https://example.org/a.b?c=d!e.html for more.', 'Write to a.b@example.org.', 'Ask xiaoyao.ai today.'],
  'notes stay with their sentence': ['It was built.[1]', 'It was opened.¹²', 'It stands.'],
  'a name with a small first letter begins a sentence': ['The pilot zone opened.', 'e-CNY wallets were issued.', 'iPhone users paid.'],
  'emphasis stays in the text': ['**The park opens.**', 'It is *new*.', '_All_ are welcome.'],
  'semicolons end no sentence': ['Build roads; plant trees; open parks.', 'Rest.'],
};

for (const [name, sentences] of Object.entries(ENGLISH)) test(`English: ${name}`, () => staysCut(sentences, ' '));

const CHINESE: Readonly<Record<string, readonly string[]>> = {
  'full stops without blanks': ['推进城市更新。', '完成了吗？', '加油！', '项目开工。'],
  'closing marks stay with their sentence': ['他说：“今年完工。”', '（以上为摘要。）', '他问：“何时完工？”', '《规划》已批复。'],
  'a mark inside a name does not end it': ['举办“一起向未来！”主题活动，出版《出发！》一书。', '活动顺利。'],
  'a comma after a quotation goes on': ['“加快建设。”，会议提出。', '会议结束。'],
  'semicolons and colons end no sentence': ['一是建设；二是改造;三是提升：全面推进。', '完。'],
  'brackets are not cut inside': ['各单位（含区属企业。下同）落实。', '街道配合。'],
  'ellipses go on': ['建设公园、绿道……等项目。', '全部完工……'],
  'numbers keep their points': ['规模控制在56.8万人以内，版本2.1.0于2024.3.5发布。', '增长10.5%。'],
  'half-width marks are read too': ['推进建设.', '完成了吗?', '开工!', '继续'],
  'Latin words mix in': ['引入VR、AI（General AI）企业。', 'CIFTIS于2024年9月举办。', '由Shougang Co., Ltd.负责。'],
  'full-width numbers are not cut': ['增长３．５％。', '下降。'],
};

for (const [name, sentences] of Object.entries(CHINESE)) test(`Chinese: ${name}`, () => staysCut(sentences, ''));

test('list items and headings are sentences of their own, with their marks', () => {
  const lines = [
    '# Plan for 2024',
    '## 一、总体要求',
    'Work this year',
    '- build the park',
    '* open the road',
    '1. Renew the old works',
    '2.首钢更新',
    '（一）推进更新',
    '(2) 完成改造',
    '一、加快建设',
    '① 开工',
    '· Plant trees.',
    '•种树。',
    '第一章 总则',
    '> quoted words',
    '| a | b. C |',
  ];
  assert.deepEqual(cut(lines.join('\n')), lines);
  assert.deepEqual(cut(lines.join('\r\n\r\n')), lines);
});

test('a list item may hold several sentences', () => {
  assert.deepEqual(
    splitPlanText('1. Build it. Open it.\n2. Rest.').sentences.map(({ id, text, kind }) => [id, text, kind]),
    [
      ['p1s1', '1. Build it.', 'item'],
      ['p1s2', 'Open it.', 'item'],
      ['p2s1', '2. Rest.', 'item'],
    ],
  );
});

test('a numbered sentence inside a paragraph keeps its number', () => {
  assert.deepEqual(cut('任务如下。1.推进更新。2.完成改造。'), ['任务如下。', '1.推进更新。', '2.完成改造。']);
  assert.deepEqual(cut('Tasks follow. 1. Renew it. 2. Open it.'), ['Tasks follow.', '1. Renew it.', '2. Open it.']);
});

test('a line that ends inside a sentence is joined with the next', () => {
  assert.deepEqual(cut('The district will\nrenew old works. It opens\nparks.'), [
    'The district will\nrenew old works.',
    'It opens\nparks.',
  ]);
  assert.deepEqual(cut('It opens parks in the west of\nBeijing. Next.'), ['It opens parks in the west of\nBeijing.', 'Next.']);
  assert.deepEqual(cut('推进老旧厂房、\n老旧小区改造，\r\n完成任务。\n下一步工作。'), [
    '推进老旧厂房、\n老旧小区改造，\r\n完成任务。',
    '下一步工作。',
  ]);
  assert.deepEqual(cut('- build the park\n  and the Road\n- rest'), ['- build the park\n  and the Road', '- rest']);
  assert.deepEqual(cut('> The district will\n> renew it.'), ['> The district will\n> renew it.']);
});

test('a paragraph broken at a width is one paragraph, even where a line ends with a sentence', () => {
  const english = [
    'The district carries two strategies further this year, and',
    'it renews old works and homes along the river in the west.',
    'Shougang Park leads the renewal of the whole valley, where',
    'eight great works stood and where people will live and work.',
  ].join('\n');
  assert.deepEqual(splitPlanText(english).paragraphs, [2]);
  const line = '推动老旧厂房老旧小区平房区和低效楼宇更新改造让居民的居住条件年年有所改善';
  assert.deepEqual(splitPlanText([line, line, line, '完成。'].join('\n')).paragraphs, [1]);
  assert.deepEqual(splitPlanText([line, '全部完成。'].join('\n')).paragraphs, [1]);
});

test('a heading above text, and paragraphs on lines of their own, stay apart', () => {
  assert.deepEqual(splitPlanText('二〇二四年工作要点\n推进城市更新，改善居住条件。\n加快产业转型。').paragraphs, [1, 1, 1]);
  assert.deepEqual(splitPlanText('Work plan\nThe district renews old works. It opens parks.\nIt rests.').paragraphs, [1, 2, 1]);
  assert.deepEqual(splitPlanText('　　推进更新\n　　加快转型').paragraphs, [1, 1]);
});

test('lines that only name the source are kept apart from the paragraphs', () => {
  const reading = splitPlanText(
    '来源：北京石景山\n推进更新。\n（来源：区政府）\nSource: the web\n加快转型。（来源：年鉴）\n资料来源：统计局',
  );
  assert.deepEqual(
    reading.sentences.map((sentence) => sentence.id),
    ['source', 'p1s1', 'source-2', 'source-3', 'p2s1', 'source-4', 'source-5'],
  );
  assert.deepEqual(reading.paragraphs, [1, 1]);
  assert.equal(splitPlanText('(Source: a page) The district goes on.').sentences[0]?.kind, 'sentence');
});

test('lines without letters or figures are kept apart too', () => {
  const reading = splitPlanText('First.\n\n---\n\nSecond.\n\n***');
  assert.deepEqual(
    reading.sentences.map(({ id, text }) => [id, text]),
    [
      ['p1s1', 'First.'],
      ['rule', '---'],
      ['p2s1', 'Second.'],
      ['rule-2', '***'],
    ],
  );
});

test('a byte order mark, tabs and full-width blanks stand outside sentences', () => {
  const [first, second] = splitPlanText('\ufeff\t　　推进更新。　\t\r\n\u00a0 加快转型。 \t').sentences;
  assert.deepEqual([first?.start, first?.text, second?.text], [4, '推进更新。', '加快转型。']);
});

test('the language is the one most of the text is in', () => {
  assert.equal(splitPlanText('The 首钢 works are renewed.').language, 'en');
  assert.equal(splitPlanText('办好 CIFTIS 和 AI 大会，推进 VR 产业。').language, 'zh');
  assert.equal(splitPlanText('').language, 'en');
});
