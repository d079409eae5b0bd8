import type { Page } from 'playwright-core';

/** The password of everyone in the walks. */
export const PASSWORD = 'a heron stands on the weir';

/** Gives Ada, who may do everything with the office, the first account and signs the page in. */
export async function beginAsAda(page: Page, address: string): Promise<void> {
  const roles = ['programme-office', 'system-administrator', 'security-administrator'];
  const link = await inviteBy(page, address, { name: 'Ada', signIn: 'ada', mail: null, roles });
  const data = { link, name: 'Ada', signIn: 'ada', password: PASSWORD };
  await page.request.post(`${address}/api/v1/links/take-up`, { data });
}

/** Invites someone; gives the secret of the one-time link. */
export async function inviteBy(
  page: Page,
  address: string,
  asked: { readonly name: string; readonly signIn: string; readonly mail: string | null; readonly roles: readonly string[] },
): Promise<string> {
  const data = { who: 'Ada', reason: '', phone: null, department: null, ...asked };
  const { link } = await (await page.request.post(`${address}/api/v1/people`, { data })).json();
  return String(link).split('#')[1] ?? '';
}

/** Signs out by the menu of the head. */
export async function signOut(page: Page, word: string): Promise<void> {
  await page.locator('.person-button').click();
  await page.getByRole('menuitem', { name: word }).click();
  await page.locator('.door').waitFor();
}

/** Sets a password on the screen of a one-time link, in English, and comes in. */
export async function takeUp(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Repeat password').fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.locator('.person-button').waitFor();
}
