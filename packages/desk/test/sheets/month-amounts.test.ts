import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAmount, readSite, saysPoints, saysShare } from '../../src/sheets/month/amounts.ts';
import { projectCode } from '../../src/sheets/month/match-projects.ts';
import { kindTold } from '../../src/sheets/month/project-kind.ts';

const fenOf = (text: string, unit: '元' | '万元' | '亿元' | null = '万元', isNumber = false) =>
  readAmount({ name: '表!K8', text, said: text, units: text, isNumber }, unit);

test('amounts are read exactly to the fen, in the unit beside them or that of the head', () => {
  assert.equal(fenOf('62,000').fen, 62_000_000_000);
  assert.equal(fenOf('８６００').fen, 8_600_000_000);
  assert.equal(fenOf('15.8亿元').fen, 158_000_000_000);
  assert.deepEqual(fenOf('6.2亿').notes, ['unit-of-amount']);
  assert.equal(fenOf('980万元').fen, 980_000_000);
  assert.equal(fenOf('1.2345678901', '亿元').fen, 12_345_678_901);
  assert.equal(fenOf('123.45', '元').fen, 12_345);
  assert.equal(fenOf('0.000001').fen, 1);
  assert.equal(fenOf('0.30000000000000004', '万元', true).fen, 300_000);
  assert.equal(fenOf('2.9999999999999996', '亿元', true).fen, 30_000_000_000);
  assert.equal(fenOf('434.99999999999994', '万元', true).fen, 435_000_000);
  assert.equal(fenOf('1.2345678901', '亿元', true).fen, 12_345_678_901);
  assert.equal(fenOf('0').fen, 0);
});

test('an amount in a unit that is not known is asked, and one with its own unit is read', () => {
  assert.equal(fenOf('500', null).fault?.code, 'amount-not-understood');
  assert.equal(fenOf('500万元', null).fen, 500_000_000);
});

test('work on site under a head in per cent is in per cent, also where it is little', () => {
  assert.equal(readSite('1', true), 0.01);
  assert.equal(readSite('0.5', true), 0.005);
  assert.equal(readSite('0.5'), 0.5);
  assert.equal(readSite('55.25%'), 0.5525);
});

test('a dash, a stroke and an empty cell say nothing, never 0; words and amounts finer than a fen are faults', () => {
  for (const text of ['', '-', '—', '——', '/', '／', '－']) assert.deepEqual(fenOf(text), { value: null, fen: null });
  assert.equal(fenOf('约180000').fault?.code, 'amount-not-understood');
  assert.equal(fenOf('-5').fault?.code, 'amount-not-understood');
  assert.equal(fenOf('0.0000001').fault?.code, 'amount-inexact');
});

test('shares and points are compared as they are rounded and however they are signed', () => {
  for (const text of ['55.2%', '55.2', '0.552', '５５.２％', '55%']) assert.equal(saysShare(text, 55.1667), true, text);
  assert.equal(saysShare('62.0%', 37.98), false);
  assert.equal(saysShare('——', 10), null);
  for (const text of ['欠22.8个百分点', '-22.8', '−22.8', '（22.8）']) assert.equal(saysPoints(text, -22.78), true, text);
  assert.equal(saysPoints('超4.0', 4.017), true);
  assert.equal(saysPoints('+9.6', -9.6), false);
});

test('a code is one however its digits and hyphens are written; a new project gets its kind by its name, then its class', () => {
  const code = '9902-110107-04-04-900324';
  for (const text of [code, '９９０２－１１０１０７－０４－０４－９００３２４', '99021101070404900324', '9902-110107-04-04-\n900324'])
    assert.equal(projectCode(text), code);
  assert.equal(projectCode('9902-110107-04-02-90054'), null);
  assert.equal(kindTold('八角中里老旧小区改造', null), 'old-compound');
  assert.equal(kindTold('某楼', '产业类'), 'industrial-park');
  assert.equal(kindTold('某事', null), 'programme');
});
