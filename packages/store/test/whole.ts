import assert from 'node:assert/strict';
import { type Deed, type DeedDraft, idemOf, type Store } from '@westgate/store';
import { changed, created, sampleRows, sourceRow } from './sample.ts';

/** Deeds of two persons and a program: all tables, a change, a removal, a deed of many changes. */
export async function fill(store: Store): Promise<void> {
  const draft = (changes: DeedDraft['changes'], more: Partial<DeedDraft> = {}): DeedDraft => ({
    who: '李华',
    verb: 'edit',
    reason: '“as” read',
    changes,
    ...more,
  });
  await store.commit(
    draft(
      sampleRows().map(([table, row]) => created(table, row)),
      { who: 'westgate' },
    ),
  );
  const [row, gone] = [sourceRow('kept'), sourceRow('gone')];
  await store.commit(draft([created('source', row), created('source', gone)]));
  await store.commit(draft([changed('source', row, { title: 'emoji 🏯, \u2028 and 引号“' })], { idem: idemOf('key', 'key') }));
  await store.commit(draft([{ table: 'source', key: 'gone', before: gone, after: null }], { who: 'Wang Wu' }));
  await store.commit(draft(Array.from({ length: 700 }, (_, n) => created('source', sourceRow(`many-${n}`)))));
  await store.commit(draft([created('source', gone)]));
}

/** Everything a store answers with. */
export async function wholeOf(
  store: Store,
): Promise<{ readonly head: Store['head']; readonly rows: unknown; readonly deeds: readonly (Deed | null)[] }> {
  assert.deepEqual((await store.verify()).faults, []);
  const { head, rows } = await store.readState();
  const deeds = await Promise.all(Array.from({ length: head.seq }, (_, index) => store.deed(index + 1)));
  return { head, rows, deeds };
}
