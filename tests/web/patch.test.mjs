// The page takes over only what differs from the server's: whatever led to a search, it shows what loading it anew does.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {page} from './fresh_page.mjs';
import {site} from './session.mjs';

const shown = (search) => page.waitForURL((url) => search(url.searchParams));

/** The page's parts as lines of markup, without what the script adds: as they stand, and as the server writes them. */
async function bothWays() {
  await page.waitForTimeout(700);
  return page.evaluate(async () => {
    const answer = await fetch(window.location.href, {headers: {Accept: 'text/html'}});
    const loaded = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return [document, loaded].map((from) =>
      ['#results', '#facets'].map((part) => {
        const copy = from.querySelector(part).cloneNode(true);
        copy.querySelectorAll('[data-own], svg rect, #round-table').forEach((element) => element.remove());
        copy.querySelectorAll('[open], [hidden]').forEach((element) => ['open', 'hidden'].forEach((name) => element.removeAttribute(name)));
        for (const element of copy.querySelectorAll('*')) {
          const names = element.getAttributeNames().sort();
          const values = names.map((name) => element.getAttribute(name));
          names.forEach((name) => element.removeAttribute(name));
          names.forEach((name, index) => element.setAttribute(name, values[index]));
        }
        return copy.outerHTML.replace('class="hits whole"', 'class="hits"').replaceAll('<li', '\n<li');
      }),
    );
  });
}

async function assertAsLoaded(what) {
  const [now, loaded] = (await bothWays()).map((parts) => parts.join('\n').split('\n'));
  const first = now.findIndex((line, index) => line !== loaded[index]);
  assert.deepEqual([now[first], now.length], [loaded[first], loaded.length], `${what}, line ${first}`);
}

test('typing, narrowing, excluding, paging, back: always the page that loading gives', async () => {
  await page.goto(site.url);
  const total = await page.locator('#total').elementHandle();
  await page.locator('#q').pressSequentially('أستانا', {delay: 90});
  await shown((search) => search.get('q') === 'أستانا');
  await assertAsLoaded('typed');
  assert.ok(await total.evaluate((heading) => heading.isConnected), 'a reader of the screen hears the number change');
  await page.locator('[data-facet="guarantor"] a.value[data-value="russia"]').click();
  await shown((search) => search.has('guarantor'));
  await assertAsLoaded('narrowed');
  await page.locator('[data-facet="country"] a.exclude').nth(3).click();
  await shown((search) => search.has('not'));
  await assertAsLoaded('excluded');
  await page.locator('.why').nth(2).click();
  await shown((search) => search.has('explain'));
  await assertAsLoaded('with reasons');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await shown((search) => !search.has('guarantor'));
  await assertAsLoaded('gone back');
  await page.locator('.pages a[rel="next"]').click();
  await shown((search) => search.has('offset'));
  await assertAsLoaded('paged');
});

test('a word that nothing matches, then one that much does', async () => {
  await page.goto(`${site.url}/?round=7&round=8`);
  await page.locator('#q').pressSequentially('المعتقلين ظظظظ', {delay: 90});
  await shown((search) => search.get('q') === 'المعتقلين ظظظظ');
  await assertAsLoaded('relaxed');
  for (let i = 0; i < 5; ++i) await page.keyboard.press('Backspace', {delay: 60});
  await shown((search) => search.get('q') === 'المعتقلين');
  await assertAsLoaded('without notices again');
});

test('what was found within a facet goes with its search', async () => {
  await page.goto(site.url);
  const facet = page.locator('#facet-country');
  await facet.locator('.find').fill('كازا');
  await facet.locator('[aria-live] a.value').waitFor();
  await page.locator('#q').pressSequentially('أستانا', {delay: 60});
  await shown((search) => search.get('q') === 'أستانا');
  await page.waitForFunction(() => !document.querySelector('#facet-country [aria-live] a'));
  assert.equal(await facet.locator('.find').inputValue(), '');
  assert.ok(await facet.locator(':scope > ul').isVisible());
});
