// Articles, values and questions that try to become part of the page.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {browser, site} from './session.mjs';
import {openPage, payloads} from './site.mjs';

/** Elements and attributes the page never has of itself. */
function foreign() {
  const found = [...document.querySelectorAll('iframe, object, embed, img, video, math, base, style, template, meta[http-equiv]')];
  const scripts = [...document.scripts].filter((script) => !script.src.includes('/assets/app.js'));
  const handlers = [...document.querySelectorAll('*')].filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith('on')));
  const links = [...document.querySelectorAll('a[href], form[action]')].filter(
    (element) => !/^https?:/.test(element.href ?? element.action));
  return [...found, ...scripts, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 120));
}

test('no payload runs, becomes markup or breaks the policy', async () => {
  const {page, faults, close} = await openPage(browser, site);
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  });
  const visit = async (target, ready) => {
    await page.goto(site.url + target);
    if (ready) await page.locator(ready).first().waitFor();
    assert.deepEqual(await page.evaluate(foreign), [], target);
    assert.deepEqual(await page.evaluate(() => window.violations), [], target);
  };
  await visit('/?q=' + encodeURIComponent('خبيث') + '&limit=100&explain=1', '.u-over');
  await page.locator('#facet-source > summary').click();
  await page.locator('#facet-source .find').fill('alert');
  await page.locator('#facet-source [aria-live] a.value').first().waitFor();
  assert.ok((await page.locator('#facet-source [aria-live] a.value').count()) > 20);
  assert.deepEqual(await page.evaluate(foreign), []);
  const articles = await page.locator('.hits h2 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(articles.length >= payloads.length - 2, `${articles.length} articles`);
  for (const target of articles) await visit(target);
  for (const payload of payloads) {
    const text = encodeURIComponent(payload.replaceAll('\u0000', ''));
    await visit(`/?q=${text}`);
    await visit(`/?source=${text}&not=source:${text}`);
  }
  await close();
  assert.deepEqual(faults, []);
});

test('a payload typed, suggested and saved stays text', async () => {
  const {page, faults, close} = await openPage(browser, site);
  await page.goto(site.url);
  await page.locator('#q').pressSequentially('<img src=x onerror=alert(1)>', {delay: 5});
  await page.waitForURL((url) => url.searchParams.get('q')?.endsWith('>'));
  await page.getByRole('button', {name: 'بحوث محفوظة'}).click();
  await page.getByRole('button', {name: 'حفظ هذا البحث'}).click();
  await page.locator('.saved-item').waitFor();
  assert.deepEqual(await page.evaluate(foreign), []);
  await close();
  assert.deepEqual(faults, []);
});
