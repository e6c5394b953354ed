// The page in a real browser, with its script.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {page} from './fresh_page.mjs';
import {browser, site} from './session.mjs';
import {shoot} from './site.mjs';

const total = () => page.locator('#total').innerText();
const query = () => new URL(page.url()).searchParams;
const shown = (search) => page.waitForURL((url) => search(url.searchParams));

test('typing finds, a facet narrows, an article opens, back leads back', async () => {
  await page.goto(site.url);
  const everything = await total();
  await page.locator('#q').pressSequentially('المعتقلين', {delay: 20});
  await shown((search) => search.get('q') === 'المعتقلين');
  await page.waitForFunction((text) => document.querySelector('#total').textContent !== text, everything);
  const found = await total();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.locator('[data-facet="guarantor"] a.value[data-value="russia"]').click();
  await shown((search) => search.get('guarantor') === 'russia');
  await page.locator('.chip').waitFor();
  const narrowed = await total();
  assert.notEqual(narrowed, found);
  assert.match(await page.locator('.chip').innerText(), /روسيا/);
  await page.locator('.hits h2 a').first().click();
  await page.locator('#match-1').waitFor();
  assert.match(page.url(), /\/article\//);
  await page.goBack();
  await page.locator('.chip').waitFor();
  assert.equal(await total(), narrowed);
  await page.goBack();
  await shown((search) => !search.has('guarantor'));
  await page.waitForFunction((text) => document.querySelector('#total').textContent === text, found);
  await page.goForward();
  await page.locator('.chip').waitFor();
});

test('typing keeps the page calm: one history entry, no scroll, folded facets stay folded', async () => {
  await page.goto(site.url);
  await page.locator('#facet-topic summary').first().click();
  const entries = await page.evaluate(() => history.length);
  await page.locator('#q').pressSequentially('أستانا', {delay: 60});
  await shown((search) => search.get('q') === 'أستانا');
  assert.equal(await page.evaluate(() => history.length), entries + 1);
  assert.equal(await page.locator('#facet-topic').getAttribute('open'), null);
});

test('nothing jumps: the room of the time line is kept while it loads and while one types', async () => {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.goto(site.url);
  await page.locator('.u-over').waitFor();
  const shifted = await page.evaluate(() => window.shifted);
  assert.ok(shifted < 0.05, `${shifted} while loading`);
  const top = () => page.locator('.hits').evaluate((hits) => hits.getBoundingClientRect().top);
  const tops = [await top()];
  await page.locator('#q').pressSequentially('أستانا', {delay: 40});
  await shown((search) => search.get('q') === 'أستانا');
  tops.push(await top());
  await page.waitForTimeout(600);
  tops.push(await top());
  assert.ok(Math.max(...tops) - Math.min(...tops) <= 8, String(tops));
});

// A list of what was typed halfway may stand before, and goes with the one that is due.
async function typeForSuggestions(field, text) {
  const due = page.waitForResponse((response) => {
    const {pathname, searchParams} = new URL(response.url());
    return pathname === '/api/suggest' && searchParams.get('q') === text;
  });
  await field.pressSequentially(text, {delay: 20});
  await (await due).finished();
  await page.locator('#suggestions li').first().waitFor();
}

test('suggestions are a combobox', async () => {
  await page.goto(site.url);
  const field = page.getByRole('combobox', {name: 'نص البحث'});
  await typeForSuggestions(field, 'لافر');
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await shoot(page, 'suggestions');
  await page.keyboard.press('Enter');
  await shown((search) => search.get('q') === 'person:alexander-lavrentiev');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  await field.fill('');
  await typeForSuggestions(field, 'لافر');
  await page.keyboard.press('Escape');
  assert.equal(await field.getAttribute('aria-expanded'), 'false');
  assert.equal(await field.inputValue(), 'لافر');
});

test('several values of a facet, one left out, all cleared', async () => {
  await page.goto(site.url);
  for (const value of ['7', '8']) {
    await page.locator(`[data-facet="round"] a.value[data-value="${value}"]`).click();
    await shown((search) => search.getAll('round').includes(value));
    await page.locator(`.chosen a.value[data-value="${value}"]`).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.value), value);
  }
  assert.deepEqual(query().getAll('round'), ['7', '8']);
  await page.locator('[data-facet="country"] a.exclude').first().click();
  await page.locator('.chip.not').waitFor();
  assert.equal(query().getAll('not').length, 1);
  await page.locator('.clear').click();
  await shown((search) => !search.has('round') && !search.has('not'));
});

test('values are searched within a facet', async () => {
  await page.goto(site.url);
  const facet = page.locator('#facet-country');
  await facet.locator('.find').fill('كازا');
  await facet.locator('[aria-live] a.value').waitFor();
  assert.equal(await facet.locator('[aria-live] a.value').count(), 1);
  await facet.locator('[aria-live] a.value').click();
  await shown((search) => search.get('country') === 'KZ');
});

test('a round is chosen in the time line, a period is dragged and a month clicked', async () => {
  await page.goto(site.url);
  await page.locator('.bars rect.russia').first().waitFor();
  await page.locator('.bars a[data-round="10"]').click();
  await shown((search) => search.get('round') === '10');
  await page.goto(site.url);
  const over = page.locator('.u-over');
  await over.waitFor();
  const box = await over.boundingBox();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, {steps: 5});
  await page.mouse.up();
  await shown((search) => search.has('from') && search.has('to'));
  assert.ok(query().get('from') < query().get('to'), page.url());
  await page.locator('.chip').waitFor();
});

test('the numbers of the time line stand in tables', async () => {
  await page.goto(site.url);
  await page.locator('#month-table').waitFor();
  await page.locator('#round-table > summary').click();
  const row = page.locator('tr[data-round="7"]');
  const cells = (await row.locator('td').allInnerTexts()).map(Number);
  const [sum, ...parts] = cells.slice(2);
  assert.equal(parts.reduce((a, b) => a + b, 0), sum);
  assert.ok(sum > 0);
  await page.locator('#month-table > summary').click();
  await page.locator('#month-table a').first().click();
  await shown((search) => search.has('from'));
});

test('keys lead through the page and can be switched off', async () => {
  await page.goto(`${site.url}/?q=${encodeURIComponent('المعتقلين')}`);
  await page.locator('.cite').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  assert.equal(await page.locator('.hit.current').count(), 1);
  assert.ok(await page.evaluate(() => document.querySelector('.hit').contains(document.activeElement)));
  await page.keyboard.press('f');
  assert.equal(await page.evaluate(() => document.activeElement.closest('#facets') !== null), true);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  assert.equal(await page.locator('#q').inputValue(), 'المعتقلين');
  await page.locator('#total').click();
  await page.keyboard.press('?');
  await page.locator('dialog[open]#help').waitFor();
  await shoot(page, 'help');
  await page.locator('#help input[type=checkbox]').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  assert.equal(await page.evaluate(() => document.activeElement.closest('#facets') === null), true);
});

test('matching words of an article are gone through', async () => {
  await page.goto(`${site.url}/?q=${encodeURIComponent('لافرنتييف أستانا')}`);
  await page.locator('.hits h2 a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('#match-1').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  assert.equal(await page.locator('mark.current').getAttribute('id'), 'match-2');
  await page.getByRole('button', {name: 'المطابقة السابقة'}).click();
  assert.equal(await page.locator('mark.current').getAttribute('id'), 'match-1');
  await shoot(page, 'article', {fullPage: true});
});

test('reasons are shown and hidden', async () => {
  await page.goto(`${site.url}/?q=${encodeURIComponent('معتقل')}`);
  await page.locator('.why').nth(1).click();
  await page.locator('.reasons').first().waitFor();
  assert.match(await page.locator('.reasons').first().innerText(), /معتقل/);
  await shoot(page, 'why');
  await page.locator('.why').nth(1).click();
  await page.waitForFunction(() => !document.querySelector('.reasons'));
  const top = () => page.locator('.hit').nth(4).evaluate((hit) => Math.round(hit.getBoundingClientRect().top));
  await page.locator('.hit').nth(4).scrollIntoViewIfNeeded();
  const before = await top();
  await page.locator('.why').nth(4).click();
  await page.locator('.reasons').first().waitFor();
  assert.ok(Math.abs((await top()) - before) <= 1, 'the hit asked about stays where it was');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.hit').id), 'hit-5');
});

test('a search is saved in the browser and found again', async () => {
  await page.goto(`${site.url}/?q=${encodeURIComponent('اللاجئين')}&guarantor=russia`);
  await page.getByRole('button', {name: 'بحوث محفوظة'}).click();
  await page.getByRole('button', {name: 'حفظ هذا البحث'}).click();
  await page.goto(site.url);
  await page.getByRole('button', {name: 'بحوث محفوظة'}).click();
  await shoot(page, 'saved');
  const feed = await page.locator('#saved a[href^="/feed.atom"]').getAttribute('href');
  assert.match(await (await page.request.get(site.url + feed)).text(), /<feed /);
  await page.locator('#saved .saved-item a').first().click();
  await shown((search) => search.get('guarantor') === 'russia');
});

test('a citation is copied', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}/?q=${encodeURIComponent('اللاجئين')}`);
  await page.locator('.cite').first().click();
  await page.getByText('نُسخ', {exact: true}).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes(await page.locator('.hits h2').first().innerText()), copied);
});

test('the page reads from right to left, facets on the right', async () => {
  await page.goto(`${site.url}/?q=${encodeURIComponent('المعتقلين')}`);
  const [facets, results] = [await page.locator('#facets').boundingBox(), await page.locator('#results').boundingBox()];
  assert.ok(facets.x > results.x + results.width - 1);
  const order = await page.evaluate(() => {
    const text = document.querySelector('.snippet').firstChild;
    const at = (index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().x;
    };
    return at(1) > at(8);
  });
  assert.ok(order, 'a snippet begins on the right');
  await page.getByRole('link', {name: 'English'}).click();
  await page.waitForURL(/lang=en/);
  const left = await page.locator('#facets').boundingBox();
  assert.ok(left.x < (await page.locator('#results').boundingBox()).x);
  await shoot(page, 'english', {fullPage: true});
});

test('nothing on the English page is left in Arabic but names and texts of articles', async () => {
  await page.goto(`${site.url}/?lang=en&q=Lavrentiev&explain=1&round=7&not=country:IR`);
  await page.locator('#month-table').waitFor();
  const left = await page.evaluate(() => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/[\u0600-\u06ff]/.test(node.data) && !node.parentElement.closest('h2 a, .snippet, q, .reasons bdi, .language, .facts .source'))
        texts.push(node.data);
    return texts;
  });
  // The name of an outlet the taxonomy lacks is a name.
  assert.deepEqual(left, []);
});

test('the page holds at 200% and on a phone, in the dark and on paper', async () => {
  const target = `${site.url}/?q=${encodeURIComponent('المعتقلين')}`;
  for (const [name, width, height] of [['wide', 1280, 900], ['zoomed', 640, 450], ['phone', 360, 740]]) {
    await page.setViewportSize({width, height});
    await page.goto(target);
    await page.locator('.bars rect.russia').first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name}: ${overflow} px too wide`);
    await shoot(page, name, {fullPage: true});
  }
  await page.setViewportSize({width: 1280, height: 900});
  await page.emulateMedia({colorScheme: 'dark'});
  await page.goto(target);
  await page.locator('.bars rect.russia').first().waitFor();
  await shoot(page, 'dark', {fullPage: true});
  await page.emulateMedia({colorScheme: 'light', media: 'print'});
  await shoot(page, 'print', {fullPage: true});
  assert.equal(await page.locator('.query button').isVisible(), false);
  assert.equal(await page.locator('#q').isVisible(), true, 'paper tells what was searched for');
  assert.equal(await page.locator('.hits').isVisible(), true);
});
