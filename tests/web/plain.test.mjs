// The page without its script.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {browser, site} from './session.mjs';
import {openPage, shoot} from './site.mjs';

test('search, narrow, read and go back with forms and links alone', async () => {
  const {page, faults, close} = await openPage(browser, site, {javaScriptEnabled: false});
  await page.goto(site.url);
  await page.locator('#q').fill('المعتقلين');
  await page.locator('#search button').click();
  await page.waitForURL(/q=/);
  const found = await page.locator('#total').innerText();
  await page.locator('[data-facet="guarantor"] a.value[data-value="russia"]').click();
  await page.waitForURL(/guarantor=russia/);
  assert.notEqual(await page.locator('#total').innerText(), found);
  await page.locator('#sort').selectOption('newest');
  await page.locator('#search button').click();
  await page.waitForURL(/sort=newest/);
  assert.equal(await page.locator('.chip').count(), 1);
  await shoot(page, 'plain', {fullPage: true});
  await page.locator('.hits h2 a').first().click();
  await page.waitForURL(/\/article\//);
  await page.locator('nav.matches a').first().click();
  assert.match(page.url(), /#match-1$/);
  await page.locator('#back').click();
  await page.waitForURL(/guarantor=russia/);
  await page.locator('.chip a').click();
  await page.waitForURL((url) => !url.searchParams.has('guarantor'));
  await page.locator('#round-table > summary').click();
  assert.equal(await page.locator('#round-table tbody tr').count(), 22);
  await close();
  assert.deepEqual(faults, []);
});
