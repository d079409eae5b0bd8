import type { Locator, Page } from 'playwright-core';
import { choose } from '../page.ts';

/** The language of the screen. */
export type Lang = 'zh' | 'en';
/** A control of the form, by the end of its id: the same in both languages. */
export const control = (page: Page, column: string): Locator => page.locator(`form.record-form [id$="-${column}"]`).first();
/** The English half of a pair: the first where the screen is English. */
export const english = (page: Page, pair: string, lang: Lang): Locator => control(page, lang === 'en' ? pair : `${pair}_en`);

/** A record to be made on its form. */
export interface Made {
  readonly noun: string;
  readonly path: string;
  readonly id: string;
  readonly fill: (page: Page) => Promise<void>;
}

/** What is typed for each noun: the first fields of its form. `tag` tells one round from another. */
export function madeIn(lang: Lang, tag: string): readonly Made[] {
  const called = (text: string): string => `${text}${tag === '' ? '' : ` ${tag}`}`;
  const idOf = (text: string): string => called(text).toLowerCase().replaceAll(' ', '-');
  const made = (noun: string, path: string, text: string, rest: (page: Page) => Promise<void>): Made => ({
    noun,
    path,
    id: idOf(text),
    async fill(page) {
      await english(page, noun === 'commitment' || noun === 'document' ? 'title' : 'name', lang).fill(called(text));
      await rest(page);
    },
  });
  const source: Made = {
    noun: 'source',
    path: 'sources',
    id: idOf('letter 7'),
    async fill(page) {
      await control(page, 'title').fill('Letter 7 of the mill office');
      await control(page, 'kind').selectOption('official');
      await page.locator('.form-more summary').click();
      await control(page, 'id').fill(idOf('letter 7'));
    },
  };
  return [
    source,
    made('department', 'departments', 'Mill office', async (page) => {
      await control(page, 'confidence').selectOption('high');
    }),
    made('place', 'places', 'Old mill', async (page) => {
      await control(page, 'kind').selectOption('factory');
      await control(page, 'position').selectOption('known');
      await control(page, 'geometry').fill('9.95, 53.54');
    }),
    made('commitment', 'commitments', 'Open the mill', async (page) => {
      await choose(control(page, 'sentence'), lang === 'en' ? 'The mill will' : '磨坊将于');
      await english(page, 'clause', lang).fill('The mill will be opened by 2027');
      await control(page, 'verb_class').selectOption('establish');
      await choose(control(page, 'owner'), called('Mill office'));
    }),
    made('indicator', 'indicators', 'Visitors of the mill', async (page) => {
      await control(page, 'unit').selectOption('+');
      await control(page, 'new_unit_zh').fill('人次');
      await control(page, 'new_unit_en').fill(called('visits'));
      await control(page, 'direction').selectOption('up');
      await choose(control(page, 'measures'), called('Open the mill'));
    }),
    made('event', 'events', 'Mill day', async (page) => {
      await control(page, 'dates').fill('2027-05-01');
      await choose(control(page, 'place'), called('Old mill'));
      await control(page, 'confidence').selectOption('low');
    }),
    made('park', 'parks', 'Mill yard', async (page) => {
      await choose(control(page, 'place'), called('Old mill'));
    }),
    made('document', 'documents', 'County plan', async (page) => {
      await control(page, 'kind').selectOption('linked-plan');
    }),
  ];
}
