import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createIntl } from 'react-intl';

/** Says a text of the catalogue of a language with these values. */
const sayIn =
  (language: 'zh' | 'en') =>
  (id: string, values: Readonly<Record<string, string | number>>): string => {
    const messages = JSON.parse(readFileSync(new URL(`../../src/messages/${language}.json`, import.meta.url), 'utf8'));
    return createIntl({ locale: language, messages }).formatMessage({ id }, values);
  };
const [zh, en] = [sayIn('zh'), sayIn('en')];

test('that nothing needs attention is said of plan, day and how many records, in the words of the papers', () => {
  const looked = { commitments: 3, projects: 1, events: 'yes' };
  assert.equal(
    zh('exceptions.none', { of: '计划', on: '2026年11月28日', ...looked }),
    '计划，截至2026年11月28日：在 3 项承诺、1 个项目以及活动、督办事项中，没有需要关注的。',
  );
  const of = { of: 'Plan', on: '28 November 2026' };
  assert.equal(
    en('exceptions.none', { ...of, ...looked }),
    'Plan, as of 28 November 2026: nothing needs attention among 3 commitments and 1 project, the events and the action items.',
  );
  assert.equal(
    en('exceptions.none', { ...of, ...looked, events: 'no' }),
    'Plan, as of 28 November 2026: nothing needs attention among 3 commitments and 1 project and the action items.',
    'events are no department’s',
  );
  assert.match(en('exceptions.noneThere', { ...of, ...looked }), /: there are no commitments and no projects, and nothing else/);
});
