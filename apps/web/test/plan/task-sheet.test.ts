import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskSheet } from '@westgate/contract';
import {
  askOf,
  isCut,
  isTaken,
  isYear,
  NEW_DEPARTMENT,
  NO_CHOICE,
  NO_SETTINGS,
  namesAsked,
  namesOpen,
  settingsOf,
  shownRows,
  takenRows,
  takeOf,
} from '../../src/screens/words/sheet/view-model.ts';

const FILE = { name: 'tasks.csv', base64: '' };
const row = (number: number, state: TaskSheet['rows'][number]['state']): TaskSheet['rows'][number] => ({
  row: number,
  section: [],
  parent: null,
  number: null,
  commitment: null,
  project: null,
  matchedBy: null,
  state,
  notes: [],
  fields: [],
});
const sheetOf = (...rows: TaskSheet['rows']): TaskSheet => ({
  reads: 'task-sheet',
  sheet: 'tasks',
  recipe: null,
  title: '',
  language: 'en',
  year: null,
  month: null,
  isOurs: false,
  head: { top: 1, bottom: 1 },
  columns: [],
  rows,
  rowCount: rows.length,
  counts: {
    rows: {
      new: rows.filter(({ state }) => state === 'new').length,
      changed: 0,
      same: rows.filter(({ state }) => state === 'same').length,
      unclear: rows.filter(({ state }) => state === 'unclear').length,
      faulty: rows.filter(({ state }) => state === 'faulty').length,
    },
    cells: { new: 0, changed: 0, same: 0, unclear: 0, faulty: 0 },
  },
  skipped: [],
  faults: [],
  faultCount: 0,
  notKept: [],
  unknownDepartments: [{ name: 'Bird Office', cells: ['tasks!C4'], proposed: [] }],
  absent: [],
  absentCount: 0,
  unknownDepartmentCount: 0,
  otherSheets: [],
});
const SHEET = sheetOf(row(3, 'new'), row(4, 'unclear'), row(5, 'faulty'), row(6, 'same'));

test('of names that nobody decided on, those that may mean one department are taken in one press, and those that mean none become new ones', () => {
  const sheet = {
    ...SHEET,
    unknownDepartments: [
      { name: '区住建委', cells: ['A1'], proposed: ['hurdc'] },
      { name: '城建局', cells: ['A2'], proposed: ['works', 'transport'] },
      { name: '观鸟办', cells: ['A3'], proposed: [] },
      { name: '教委', cells: ['A4'], proposed: ['education'] },
    ],
  };
  const { proposed, others } = namesOpen(sheet, { ...NO_SETTINGS, departments: new Map([['教委', 'other']]) });
  assert.deepEqual([...proposed], [['区住建委', 'hurdc']]);
  assert.deepEqual(others, ['观鸟办']);
});

test('clear rows are taken by themselves, unclear ones by hand or by their sentence, faulty ones never', () => {
  assert.deepEqual(takenRows(SHEET, NO_CHOICE), [3]);
  const byHand = {
    ticks: new Map([
      [3, false],
      [4, true],
      [5, true],
    ]),
    sentences: new Map(),
  };
  assert.deepEqual(takenRows(SHEET, byHand), [4]);
  const placed = { ticks: new Map(), sentences: new Map([[4, 'p1s2']]) };
  assert.deepEqual(takenRows(SHEET, placed), [3, 4]);
  assert.equal(isTaken(row(6, 'same'), byHand), false);
  assert.deepEqual(takeOf(askOf(FILE, NO_SETTINGS), SHEET, placed, { who: ' Li ', saveAs: ' ' }), {
    file: FILE,
    newDepartments: [],
    rows: [3, 4],
    sentences: [{ row: 4, sentence: 'p1s2' }],
    who: 'Li',
  });
});

test('what is said of a sheet goes with it; a kept recipe begins with what it kept', () => {
  const recipe = {
    id: 'recipe-d4',
    name: { zh: null, en: 'Office' },
    reads: 'task-sheet' as const,
    document: 'plan',
    addsSentences: false,
    year: 2027,
    columns: [{ head: 'Task', role: 'task' as const }],
    departments: [{ name: 'Works', id: 'works' }],
    rev: 1,
  };
  const settings = settingsOf(recipe);
  const departments = new Map([...settings.departments, ['Bird Office', NEW_DEPARTMENT] as const]);
  assert.deepEqual(askOf(FILE, { ...settings, departments, sheet: 'May' }), {
    file: FILE,
    recipe: {
      id: 'recipe-d4',
      reads: 'task-sheet',
      document: 'plan',
      addsSentences: false,
      year: 2027,
      columns: [{ head: 'Task', role: 'task' }],
      departments: [{ name: 'Works', id: 'works' }],
    },
    sheet: 'May',
    newDepartments: ['Bird Office'],
  });
  assert.deepEqual(namesAsked(SHEET, { ...settings, departments }), ['Works', 'Bird Office']);
});

test('a year has four digits of this century; rows that are the same are shown on demand; a sheet too long is taken in parts', () => {
  assert.deepEqual(['', ' 2027 ', '27', '1999', '20270'].map(isYear), [true, true, false, false, false]);
  assert.deepEqual(
    shownRows(SHEET, true).map(({ row: number }) => number),
    [3, 4, 5],
  );
  assert.equal(shownRows(SHEET, false).length, 4);
  assert.equal(isCut(SHEET), false);
  assert.equal(isCut({ ...SHEET, counts: { ...SHEET.counts, rows: { ...SHEET.counts.rows, new: 2_000 } } }), true);
});
