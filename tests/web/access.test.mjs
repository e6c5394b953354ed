// Every state of the page under axe: WCAG 2.2 AA and its best practices of names and roles.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {browser, site} from './session.mjs';
import {openPage} from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((tags) => window.axe.run(document, {runOnly: tags}), rules);
  return result.violations.map(({id, nodes}) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
}

const word = encodeURIComponent('المعتقلين');
const states = {
  'start page': ['/', '.u-over'],
  'results with chips and reasons': [`/?q=${word}&guarantor=russia&not=round:3&explain=1`, '.u-over'],
  'English results': ['/?q=Lavrentiev&lang=en', '.u-over'],
  'nothing found': ['/?round=1&round=2&country=US&person=geir-pedersen&relax=0', '#results'],
  'relaxed': [`/?q=${word}%20${encodeURIComponent('بنغالور')}`, '.relaxed'],
  'relaxed, with reasons': [`/?q=${word}%20${encodeURIComponent('بنغالور')}&explain=1`, '.reasons'],
  'wrong address': ['/?round=abc', '#results'],
  'missing article': ['/article/none', '#results'],
};

for (const scheme of ['light', 'dark'])
  for (const [name, [target, ready]] of Object.entries(states))
    test(`${name} (${scheme})`, async () => {
      const {page, close} = await openPage(browser, site, {colorScheme: scheme, bypassCSP: true});
      await page.goto(site.url + target);
      await page.locator(ready).first().waitFor();
      assert.deepEqual(await violations(page), []);
      await close();
    });

for (const scheme of ['light', 'dark'])
  test(`article, suggestions, dialogs, open tables, phone (${scheme})`, async () => {
    const {page, close} = await openPage(browser, site, {colorScheme: scheme, bypassCSP: true});
    await page.goto(`${site.url}/?q=${word}`);
    await page.locator('.u-over').waitFor();
    for (const id of ['round-table', 'month-table', 'exports', 'facet-source', 'facet-person', 'facet-month', 'more-country'])
      await page.evaluate((name) => (document.getElementById(name).open = true), id);
    await page.locator('#facet-country .find').fill('كازا');
    await page.locator('#facet-country [aria-live] a').waitFor();
    assert.deepEqual(await violations(page), [], 'tables');
    await page.setViewportSize({width: 360, height: 740});
    assert.deepEqual(await violations(page), [], 'phone');
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially('لافر', {delay: 20});
    await page.locator('#suggestions li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await violations(page), [], 'suggestions');
    await page.keyboard.press('Escape');
    await page.goto(`${site.url}/?q=${word}`);
    await page.locator('.cite').first().waitFor();
    await page.getByRole('button', {name: 'بحوث محفوظة'}).click();
    await page.getByRole('button', {name: 'حفظ هذا البحث'}).click();
    assert.deepEqual(await violations(page), [], 'saved');
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.locator('#help[open]').waitFor();
    assert.deepEqual(await violations(page), [], 'help');
    await page.keyboard.press('Escape');
    await page.locator('.hits h2 a').first().click();
    await page.locator('#match-1').waitFor();
    assert.deepEqual(await violations(page), [], 'article');
    await close();
  });

test('what can be done with a hit reads in the page\'s own direction beside facts in the other', async () => {
  const {page, faults, close} = await openPage(browser, site);
  await page.goto(`${site.url}/?lang=en&q=${encodeURIComponent('المعتقلين')}`);
  const [first, last] = await page.locator('.hit .why').first().evaluate((link) => {
    const text = link.firstChild;
    return [0, text.length - 1].map((at) => {
      const letter = document.createRange();
      letter.setStart(text, at);
      letter.setEnd(text, at + 1);
      return letter.getBoundingClientRect().left;
    });
  });
  assert.ok(first < last, `"?" at ${last}, before the first letter at ${first}`);
  await close();
  assert.deepEqual(faults, []);
});
