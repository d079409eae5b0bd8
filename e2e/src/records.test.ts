import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { District, EditsReceipt, Place, ProjectDetail, RecordRow } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { choose, DESK, IS_LONG, openPage, PHONE } from './page.ts';
import { control, english, type Lang, madeIn } from './records/made.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** A district with nothing in it but its name, begun over the example of a data folder of its own. */
const BEGUN = {
  id: 'mill-town',
  name_zh: '磨坊镇',
  name_en: 'Mill Town',
  frame: [9.9, 53.5, 10.02, 53.57],
  metre_crs: 'EPSG:32632',
  time_zone: 'Europe/Berlin',
  languages: ['zh', 'en'],
  axes: [],
  units: {},
};

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  await postJson(running.address, '/api/v1/district/start', { who: 'walk', fields: BEGUN });
  await postJson(running.address, '/api/v1/documents', {
    who: 'walk',
    fields: { id: 'plan', title_en: 'The plan', kind: 'plan', wording: 'none' },
  });
  const words = { en: 'The mill will be opened by 2027. It is old.', zh: '磨坊将于2027年前开放。它很旧。', wording: 'official' };
  await postJson(running.address, '/api/v1/documents/plan/text', { who: 'walk', ...words });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

async function open(path: string, size = DESK) {
  const opened = await openPage(browser, running.address, path, size, 'Ada');
  await opened.page.locator('main h1').first().waitFor();
  return opened;
}

const row = (noun: string, id: string): Promise<RecordRow> => getJson(running.address, `/api/v1/${noun}/${id}/row`);
const seq = async (): Promise<number> => (await getJson<District>(running.address, '/api/v1/district')).seq;
const isThere = async (noun: string, id: string): Promise<boolean> =>
  (await fetch(`${running.address}/api/v1/${noun}/${id}/row`)).status === 200;

/** Picks the record that `typed` finds first, in the field that `label` names. */
async function pick(page: Page, label: string | RegExp, typed: string): Promise<void> {
  await choose(page.getByRole('combobox', { name: label }), typed);
}

const name = (page: Page, text: string): Promise<void> =>
  page
    .getByRole('textbox', { name: /(?:Name|Title).*English/ })
    .first()
    .fill(text);

/** Killed and started again; a walk of the next minute is then not asked to wait for this one. */
async function restart(): Promise<void> {
  await running.stop('SIGKILL');
  running = await startWestgate({ dataDir: running.dataDir });
}

/** Walks every noun from its making to its coming back. */
function walkNouns(size: typeof DESK, window: string, lang: Lang, tag: string): void {
  test(`from an empty district every noun is made, changed, taken out, brought back, and undone by Ctrl Z: ${window}, ${lang}`, async () => {
    const { page, errors, close } = await open(`/register?lang=${lang}&noun=place`, size);
    const line = page.locator('.deed-line');
    for (const { noun, path, id, fill } of madeIn(lang, tag)) {
      await page.goto(`${running.address}/register?lang=${lang}&noun=${noun}`);
      await page.locator('.register-new').click();
      await page.locator('form.record-form').waitFor();
      await fill(page);
      await settled(page, lang);
      assert.deepEqual(await faultsOf(page, lang), [], `the form of a ${noun}`);
      await page.locator('button[type=submit]').click();
      await line.getByText(lang === 'en' ? /created: / : /新建：/).waitFor();
      assert.ok(await isThere(path, id), `${noun} ${id}`);

      await page.goto(`${running.address}/edit/${noun}/${id}?lang=${lang}`);
      const field =
        noun === 'source' ? control(page, 'title') : english(page, noun === 'commitment' || noun === 'document' ? 'title' : 'name', lang);
      await field.fill(`${await field.inputValue()} (new)`);
      await page.locator('button[type=submit]').click();
      await line.getByText(lang === 'en' ? /corrected: / : /更正：/).waitFor();
      assert.match(JSON.stringify((await row(path, id)).fields), /\(new\)/);
      await page.keyboard.press('Control+z');
      await line.getByText(lang === 'en' ? /^Undone: corrected: / : /^已撤销：更正/).waitFor();
      assert.doesNotMatch(JSON.stringify((await row(path, id)).fields), /\(new\)/);

      await page.goto(`${running.address}/take-out/${noun}/${id}?lang=${lang}`);
      await page.locator('button[type=submit]').click();
      await page.locator('.gone').waitFor();
      assert.equal(await isThere(path, id), false);
      assert.match(await page.locator('.gone').innerText(), lang === 'en' ? /Ada removed it on/ : /Ada于.*移出/);
      await settled(page, lang);
      assert.deepEqual(await faultsOf(page, lang), [], `a ${noun} that is gone`);
      await page.locator('.gone .button.filled').click();
      await page.locator('.gone').waitFor({ state: 'detached' });
      assert.ok(await isThere(path, id));
    }
    assert.deepEqual(
      errors.filter((text) => !/status of 404/.test(text)),
      [],
    );
    await close();
  });
}

walkNouns(DESK, 'desk', 'en', '');

test('a project is opened with six fields as one deed, by keyboard alone, in Chinese', async () => {
  const { page, errors, close } = await open('/register?lang=zh&noun=project');
  const before = await seq();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('新建项目');
  await page.getByRole('option', { name: '新建项目' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('form.record-form').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('磨坊改造');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mill conversion');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mill');
  await page.getByRole('option', { name: 'Mill office' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('20271231');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Open');
  await page.getByRole('option', { name: 'Open the mill' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Old');
  await page.getByRole('option', { name: 'Old mill' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('form.record-form [autocomplete=name]').press('Enter');
  await page
    .locator('.deed-line')
    .getByText(/新建：项目“磨坊改造”/)
    .waitFor();
  assert.equal(await seq(), before + 1, 'project and links are one deed');
  const project = await getJson<ProjectDetail>(running.address, '/api/v1/projects/mill-conversion');
  assert.deepEqual(
    [project.kind, project.lead?.id, project.due?.on, project.name.zh],
    ['old-factory', 'mill-office', '2027-12-31', '磨坊改造'],
  );
  const { items } = await getJson<{ items: readonly { relation: string; to: { id: string } }[] }>(
    running.address,
    '/api/v1/links?of=project:mill-conversion',
  );
  assert.deepEqual(
    items.map(({ relation, to }) => `${relation} ${to.id}`),
    ['serves open-the-mill', 'stands-on old-mill'],
  );
  await page.keyboard.press('Control+z');
  await page
    .locator('.deed-line')
    .getByText(/^已撤销/)
    .waitFor();
  assert.equal(await isThere('projects', 'mill-conversion'), false);
  await page.keyboard.press('Control+Shift+z');
  await page
    .locator('.deed-line')
    .getByText(/^已重做/)
    .waitFor();
  assert.ok(await isThere('projects', 'mill-conversion'));
  assert.deepEqual(
    errors.filter((text) => !/status of 404/.test(text)),
    [],
  );
  await close();
});

test('a form sent empty says what is lacking at each field, in both languages, and stores nothing', async () => {
  for (const lang of ['en', 'zh'] as const) {
    const { page, close } = await open(`/new/place?lang=${lang}`);
    const before = await seq();
    await page.locator('button[type=submit]').click();
    await page.locator('.fault-summary').waitFor();
    assert.equal(await page.locator('.fault-summary a').count(), 2, 'name and kind');
    await page.locator('.fault-summary a').first().click();
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'textarea');
    assert.equal(await seq(), before);
    await close();
  }
});

test('what the server alone knows to be wrong is told at its field', async () => {
  const { page, close } = await open('/new/commitment?lang=en');
  await pick(page, 'Sentence', 'The mill will');
  await name(page, 'Close the mill');
  await page.getByRole('textbox', { name: /clause.*English/ }).fill('The mill will be closed');
  await page.locator('button[type=submit]').click();
  await page.locator('.fault-summary').waitFor();
  assert.match(await page.locator('.fault-summary').innerText(), /Commitment clause/);
  assert.ok(await page.locator('.pair-field.faulty', { hasText: 'Commitment clause' }).count());
  await close();
});

test('a link is made from one page, seen from the other, and taken out there', async () => {
  const { page, close } = await open('/link/project/mill-conversion?lang=en');
  await page.getByRole('combobox', { name: 'This record' }).selectOption({ label: 'carries out document' });
  await pick(page, 'Document', 'County plan');
  await page.getByRole('button', { name: 'Link' }).click();
  await page.locator('.ties').getByRole('link', { name: 'County plan' }).waitFor();
  await page.goto(`${running.address}/link/document/county-plan?lang=en`);
  await page.locator('.ties').getByText('carried out by project').waitFor();
  await page.getByRole('button', { name: /Remove Mill conversion/ }).click();
  await page.locator('.ties li').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.locator('.ties').getByRole('link', { name: 'Mill conversion' }).waitFor();
  await close();
});

test('two records of one thing are shown side by side and drawn into the one that is chosen', async () => {
  const twin = await postJson<EditsReceipt>(running.address, '/api/v1/places', {
    who: 'Ben',
    fields: { name_en: 'The mill', kind: 'factory', position: 'not-known', note_en: 'roof open' },
  });
  const id = twin.records[0]?.key ?? '';
  const { page, close } = await open(`/merge/place/${id}?lang=en`);
  await pick(page, /other record/, 'Old mill');
  await page.locator('.merge-table').waitFor();
  assert.match(await page.locator('.merge-table').innerText(), /roof open/);
  assert.ok(await page.getByRole('radio', { name: 'The mill' }).isChecked(), 'the record one came from is kept');
  await page.getByRole('radio', { name: 'Old mill' }).check();
  await page.getByRole('button', { name: 'Merge' }).click();
  await page.waitForURL(/\/places\/old-mill/);
  assert.equal((await row('places', 'old-mill')).fields.note_en, 'roof open');
  await page.goto(`${running.address}/places/${id}?lang=en`);
  await page.getByText('merged it into another').waitFor();
  await page.locator('.gone').getByRole('link', { name: 'old-mill' }).waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('merged it into another').waitFor({ state: 'detached' });
  assert.equal((await row('places', 'old-mill')).fields.note_en, null);
  await close();
});

for (const [size, window] of [
  [DESK, 'desk'],
  [PHONE, 'phone'],
] as const) {
  test(`two people edit one record, ${window}: the second sees the other’s change, keeps what she typed, and saves`, async () => {
    const path = '/edit/project/mill-conversion?lang=en';
    const [ada, ben] = [await open(path, size), await open(path, size)];
    await name(ada.page, `Mill for all, ${window}`);
    await ada.page.getByLabel('Kind').selectOption({ label: 'heritage' });
    await ada.page.getByRole('button', { name: 'Save' }).click();
    await ada.page
      .locator('.deed-line')
      .getByText(/corrected/)
      .waitFor();
    await name(ben.page, 'Mill of arts');
    await ben.page.getByRole('button', { name: 'Save' }).click();
    const conflict = ben.page.locator('.conflict');
    await conflict.waitFor();
    assert.match(await conflict.innerText(), new RegExp(`Ada changed this[\\s\\S]*Mill for all, ${window}[\\s\\S]*Mill of arts`));
    assert.equal(await ben.page.getByLabel('Kind').inputValue(), 'heritage', 'what he left alone is Ada’s');
    await settled(ben.page, 'en');
    assert.deepEqual(await faultsOf(ben.page, 'en'), []);
    await ben.page.getByRole('button', { name: 'Save' }).click();
    await ben.page
      .locator('.deed-line')
      .getByText(/corrected/)
      .waitFor();
    const { fields } = await row('projects', 'mill-conversion');
    assert.deepEqual([fields.name_en, fields.kind], ['Mill of arts', 'heritage']);

    await ada.page.keyboard.press('Control+z');
    await ada.page
      .locator('.deed-line')
      .getByText(/^Cannot be undone/)
      .waitFor();
    assert.equal((await row('projects', 'mill-conversion')).fields.name_en, 'Mill of arts', 'nothing was undone');
    await ben.page.keyboard.press('Control+z');
    await ben.page
      .locator('.deed-line')
      .getByText(/^Undone/)
      .waitFor();
    await Promise.all([ada.close(), ben.close()]);
  });
}

test('Ctrl Z in a field that was typed into is the field’s own; elsewhere it takes back the outcome recorded last', async () => {
  const { page, close } = await open('/projects/mill-conversion?lang=en&record=1');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'started' });
  await page.getByRole('textbox', { name: 'Date' }).fill('2026-01-01');
  await page.getByRole('button', { name: 'Save outcome' }).click();
  await page.getByText(/Saved as change/).waitFor();
  const outcomes = async () => (await getJson<ProjectDetail>(running.address, '/api/v1/projects/mill-conversion')).evidence.length;
  assert.equal(await outcomes(), 1);
  await page.getByRole('button', { name: 'Record outcome' }).click();
  await page.getByRole('textbox', { name: 'Date' }).pressSequentially('2026');
  await page.keyboard.press('Control+z');
  assert.equal(await outcomes(), 1, 'the deed stands');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+z');
  await page
    .locator('.deed-line')
    .getByText(/^Undone: recorded an outcome/)
    .waitFor();
  assert.equal(await outcomes(), 0);
  await close();
});

test('what is held by others is not taken out, and what holds it is named', async () => {
  await postJson(running.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      {
        action: 'create',
        table: 'figure',
        fields: {
          id: 'f1',
          subject_kind: 'place',
          subject_id: 'old-mill',
          label_en: 'Area',
          value: 2,
          unit: 'visits',
          source: 'letter-7',
          confidence: 'low',
        },
      },
    ],
  });
  const { page, close } = await open('/take-out/source/letter-7?lang=en');
  await page.getByText('These depend on it').waitFor();
  assert.match(await page.locator('.resting').innerText(), /1 figure\s+Area/);
  assert.equal(await page.getByRole('button', { name: 'Remove' }).count(), 0);
  await close();
});

// The forms of a phone and of the other language are looked at by the matrix; that all nouns are made by them too, in the long form.
if (IS_LONG) {
  test('all of it is there after a restart', restart);
  walkNouns(PHONE, 'phone', 'zh', 'two');
}

test('all of it survives being killed', async () => {
  await restart();
  for (const { path, id } of [...madeIn('en', ''), ...(IS_LONG ? madeIn('zh', 'two') : [])]) assert.ok(await isThere(path, id), id);
  const place = await getJson<Place>(running.address, '/api/v1/places/old-mill');
  assert.deepEqual(place.centre, [9.95, 53.54]);
});
