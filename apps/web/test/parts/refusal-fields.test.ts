import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsIn } from '@westgate/domain';
import { withFieldsNamed } from '../../src/parts/refusal-fields.ts';

const named = (language: 'zh' | 'en') => {
  const terms: Readonly<Record<string, string>> = termsIn(language);
  return (detail: string): string => withFieldsNamed(detail, language, (column) => terms[`field.${column}`] ?? null);
};

test('a refusal names each field as its form does, in the language of the screen, and leaves what has no name', () => {
  const zh = named('zh');
  assert.equal(
    zh('dueOn：应为日历上有的日期，如 2024-03-31；lead：应为已有的部门'),
    '完成时限：应为日历上有的日期，如 2024-03-31；牵头单位：应为已有的部门',
  );
  assert.equal(zh('name_en：至多 20000 个字符'), '名称（英文）：至多 20000 个字符');
  assert.equal(zh('bbox：应为西、南、东、北四个度数'), 'bbox：应为西、南、东、北四个度数');
  assert.equal(named('en')('due_on: expected a day such as 2024-03-31'), 'Due date: expected a day such as 2024-03-31');
});
