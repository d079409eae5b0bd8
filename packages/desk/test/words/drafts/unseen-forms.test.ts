import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftByRules } from './by-rules.ts';

const read = (text: string) => draftByRules(text, 2026);
/** The drafts of a text as short lines: class and clause. */
const lines = (text: string): readonly string[] =>
  read(text).drafts.map(({ verbClass, start, end }) => `${verbClass}: ${text.slice(start, end)}`);
const places = (text: string): readonly string[] =>
  read(text).drafts.flatMap(({ place, places }) => (places ?? (place ? [place] : [])).map(({ value }) => value));
const days = (text: string): readonly (string | null)[] => read(text).drafts.flatMap(({ date }) => (date ? [date.value] : []));

test('a Chinese verb that the vocabulary does not hold is told by an adverb or by a number behind it, not by nothing', () => {
  assert.deepEqual(lines('千方百计稳岗拓岗。'), ['null: 千方百计稳岗拓岗']);
  assert.deepEqual(lines('甄选20名能手。'), ['null: 甄选20名能手']);
  assert.deepEqual(lines('群众安居乐业。'), []);
});

test('verbs joined before one object are one promise, verbs with objects of their own are several', () => {
  assert.deepEqual(lines('坚持和完善轮值机制。'), ['aim: 坚持和完善轮值机制']);
  assert.deepEqual(lines('修缮灯塔、保护码头。'), ['improve: 修缮灯塔', 'improve: 保护码头']);
  assert.deepEqual(lines('推进并网改造。'), ['promote: 推进并网改造']);
});

test('works of a number are a series and sessions are events, a single one keeps the class of its verb', () => {
  assert.deepEqual(lines('新建车棚30处，新建学校2所，新建图书馆1座，打造课堂400场。'), [
    'construct-series: 新建车棚30处',
    'construct-series: 新建学校2所',
    'establish: 新建图书馆1座',
    'host: 打造课堂400场',
  ]);
});

test('two targets of one part are two promises, a state is one without a number', () => {
  assert.deepEqual(lines('粮田稳定在9万亩以上、菜田稳定在2万亩左右。'), ['aim: 粮田稳定在9万亩以上', 'aim: 菜田稳定在2万亩左右']);
  assert.deepEqual(lines('医保异地结算全覆盖。'), ['implement: 医保异地结算全覆盖']);
});

test('lines without a full stop are a list where no prose follows them, and a heading where it does', () => {
  assert.deepEqual(lines('修缮灯塔\n建成渡口'), ['improve: 修缮灯塔', 'establish: 建成渡口']);
  assert.deepEqual(lines('修缮灯塔\n\n渡口建于百年前。灯塔更早。'), []);
});

test('entries of an English list may begin with a gerund, a noun made of a verb, or stand as headlines', () => {
  assert.deepEqual(lines('- Developing a flood plan'), ['plan-ahead: Developing a flood plan']);
  assert.deepEqual(lines('- Installation of 40 lamps'), ['establish: Installation of 40 lamps']);
  assert.deepEqual(lines('- Toll zone to be introduced'), ['establish: Toll zone to be introduced']);
  assert.deepEqual(lines('Developing a plan is never easy.'), []);
});

test('an order may stand behind an adverbial; "is working to" promises, "routes that will" does not', () => {
  assert.deepEqual(lines('Before the flood season, strengthen the levee.'), ['improve: strengthen the levee']);
  assert.deepEqual(lines('The town is also working towards halving its waste.'), ['improve: halving its waste']);
  assert.deepEqual(lines('Routes that will open later please the town.'), []);
});

test('a passive keeps its subject, a verb pair its object', () => {
  assert.deepEqual(lines('Waste will be halved, and the share of fruit, herbs and tea will be raised.'), [
    'improve: Waste will be halved',
    'improve: the share of fruit, herbs and tea will be raised',
  ]);
  assert.deepEqual(lines('Reduce the need to own and use a car.'), ['improve: Reduce the need to own and use a car']);
});

test('each cell of a table is read by itself, and work done in it is a commitment with its result', () => {
  assert.deepEqual(lines('| Plant 90 trees. | 40 trees have been planted. | Parks |'), [
    'construct-series: Plant 90 trees',
    'construct-series: 40 trees have been planted',
  ]);
});

test('places are told by their endings, common words are none', () => {
  assert.deepEqual(places('整治云帆东路、月河公园环境，打通断头路。'), ['云帆东路', '月河公园']);
  assert.deepEqual(places('打造美丽乡村路，治理海域。'), []);
  assert.deepEqual(places('Repair Mill Road and Chandler Street.'), ['Mill Road', 'Chandler Street']);
});

test('days are read from figures, ranges and parts of a year, not from what is compared with', () => {
  assert.deepEqual(days('2026.11，灯塔开放。6月至10月清淤河道。三季度末完成改造工程。'), ['2026-11-30', '2026-10-31', '2026-09-30']);
  assert.deepEqual(days('与2025年相比，投诉下降10%。'), []);
  assert.deepEqual(days('By 30/09/2026, repair the pier.'), ['2026-09-30']);
});

test('what speaks against taking a draft unread is said, and seams lie before a promise', () => {
  const [plain] = read('2026年6月底前修缮灯塔。').drafts;
  assert.deepEqual([plain?.doubts, plain?.seams], [[], []]);
  const [guessed] = read('6月底前修缮灯塔。').drafts;
  assert.deepEqual(guessed?.doubts, ['guessed-year']);
  const text = 'Develop a network of routes that join towns and support shops.';
  const [lump] = read(text).drafts;
  assert.deepEqual(lump?.doubts, ['several-promises']);
  assert.deepEqual(
    lump?.seams.map((seam) => text.slice(seam)),
    ['and support shops.'],
  );
  assert.deepEqual(
    read('投入1,200,000元修缮灯塔。').drafts.flatMap(({ seams }) => seams),
    [],
  );
});

test('a clause that says years apart, or whose `with` has a verb of its own, is never taken unread', () => {
  const doubts = (text: string) => read(text).drafts.flatMap((draft) => draft.doubts);
  assert.deepEqual(doubts('Offer free meals in upper schools from the 2031-2032 year and in lower schools from the 2033-2034 year.'), [
    'several-promises',
  ]);
  assert.deepEqual(doubts('Repair the piers between 2031 and 2033.'), []);
  assert.deepEqual(doubts('Publish a harbour plan with the port authority building the new quay.'), ['several-promises']);
  assert.deepEqual(doubts('Publish a harbour plan with the port authority.'), []);
});

test('the unit of a measure word is what it counts, behind it or before the number', () => {
  const units = (text: string) => read(text).drafts.map(({ unit }) => unit && text.slice(unit.start, unit.end));
  assert.deepEqual(units('改造老旧小区30个。加装电梯80台以上。新增“渔港”停车位1.2万个。'), ['小区', '电梯', '停车位']);
  assert.deepEqual(units('修缮12座桥梁。治理20个重点区域环境。'), ['桥梁', '区域']);
  assert.deepEqual(units('设置灯笼40盏。'), ['盏'], 'a noun that no vocabulary knows leaves the measure word');
});

test('the end of an object tells what is promised where the verb only says that it is done', () => {
  assert.deepEqual(lines('完成渡口改造，完成换届，完善防汛预案，为老人提供送餐服务。'), [
    'construct-series: 完成渡口改造',
    'implement: 完成换届',
    'plan-ahead: 完善防汛预案',
    'implement: 为老人提供送餐服务',
  ]);
  assert.deepEqual(lines('开展防汛演练，继续利用好小剧场。'), ['host: 开展防汛演练', 'continue: 继续利用好小剧场']);
  assert.deepEqual(lines('- Provide advice to tenants'), ['implement: Provide advice to tenants']);
  assert.deepEqual(lines('- Complete the flood study'), ['plan-ahead: Complete the flood study']);
  assert.deepEqual(lines('- Work with residents to explore a bridge'), ['plan-ahead: Work with residents to explore a bridge']);
  assert.deepEqual(lines('- Freeze the price of school meals'), ['implement: Freeze the price of school meals']);
});

test('numbers of entries, run-in labels and marks between cells belong to no clause', () => {
  assert.deepEqual(lines('1b Restore the quay | 2027\n1c Open the ferry | 2027'), [
    'improve: Restore the quay',
    'establish: Open the ferry',
  ]);
  assert.deepEqual(lines('Action 3 - Repair the tower\nAction 4 - Open the ferry'), [
    'improve: Repair the tower',
    'establish: Open the ferry',
  ]);
});

test('each counted thing of a list is a promise of its own, an enumeration without counts is one', () => {
  assert.deepEqual(lines('新建步道5条、驿站2个和球场8片。'), [
    'construct-series: 新建步道5条',
    'construct-series: 驿站2个',
    'construct-series: 球场8片',
  ]);
  assert.deepEqual(lines('新建步道、驿站和球场。'), ['establish: 新建步道、驿站和球场']);
  for (const one of [
    '改造小区20个惠及居民3000户',
    '打造面积2万平方米、投资3亿元的文化中心',
    '建设2个市级、3个区级示范点',
    '完成3个街道和5个社区的改造',
    '新建充电桩50个、总投资2亿元',
  ])
    assert.equal(lines(`${one}。`).length, 1, one);
  assert.deepEqual(days('6月底前新建步道5条、驿站2个。'), ['2026-06-30', '2026-06-30'], 'the day of the verb holds for all that it has');
});

test('what becomes of a thing at the end of a part is a promise, general praise is none', () => {
  assert.deepEqual(lines('北坊书房交付使用，新区方案通过评审，西岸泵站主体完工。'), [
    'establish: 北坊书房交付使用',
    'plan-ahead: 新区方案通过评审',
    'continue: 西岸泵站主体完工',
  ]);
  assert.deepEqual(lines('过去一年，全区更新工作取得积极进展。'), []);
  assert.deepEqual(lines('不得擅自开工。项目未开工。因资金不足书房未能投入使用。'), [], 'what is denied is no promise');
  assert.equal(lines('确保100个重点项目取得实质性进展。').length, 1, 'what is meant to be so is none of the past');
  assert.deepEqual(lines('加强码头巡查，秩序明显好转。'), ['improve: 加强码头巡查'], 'an effect is no part of the promise');
});

test('a department before its verb answers for the clause, and no verb is read from its name', () => {
  assert.deepEqual(lines('汛期前，区水务局完成右岸加固。区产业促进局修缮机械厂。'), [
    'construct-series: 完成右岸加固',
    'improve: 修缮机械厂',
  ]);
  assert.deepEqual(
    read('汛期前，区水务局完成右岸加固。').drafts.map(({ department }) => department?.value),
    ['区水务局'],
  );
});

test('the title of a plan at its head promises nothing, nor does a numbered title within a paragraph', () => {
  assert.deepEqual(lines('北坊区2026年城市更新计划\n一、总体要求\n修缮灯塔。'), ['improve: 修缮灯塔']);
  assert.deepEqual(lines('本年任务如下。（一）改善水岸环境。修缮灯塔，整治河道。'), ['improve: 修缮灯塔', 'improve: 整治河道']);
  assert.equal(lines('任务有。1、新建学校。2、修缮灯塔。3、整治管网。各方抓好落实。').length >= 3, true, 'a numbered list is no title');
  assert.equal(
    lines('北坊区2026年城市更新项目\n新建第三中学项目\n建成口袋公园10处工程').length,
    2,
    'a list of projects at the head is one',
  );
});

test('gerunds at the head of a sentence are promises where it tells nothing else', () => {
  assert.deepEqual(lines('Repairing the piers, lighting the quay and opening a ferry.'), [
    'improve: Repairing the piers',
    'construct-series: lighting the quay',
    'establish: opening a ferry',
  ]);
  assert.deepEqual(
    read('Leading causes of death in the borough.').drafts.flatMap(({ doubts }) => doubts),
    ['unsure-promise'],
    'what may be a noun is never taken unread',
  );
  assert.deepEqual(lines('Repairing the piers takes a year.'), []);
  assert.deepEqual(lines('Repairing the piers, the town spent a year.'), []);
});
