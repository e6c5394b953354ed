// The time line leaves the screen to the hits, and its bars are as easy to hit as to read.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {page} from './fresh_page.mjs';
import {site} from './session.mjs';
import {shoot} from './site.mjs';

const found = `/?q=${encodeURIComponent('المعتقلين')}`;
const wholeHits = () =>
  page.evaluate(() => [...document.querySelectorAll('.hit')].filter((hit) => hit.getBoundingClientRect().bottom <= window.innerHeight).length);

test('four hits stand on a screen of 1440 by 900, beneath the charts', async () => {
  await page.setViewportSize({width: 1440, height: 900});
  for (const target of ['/', found, `${found}&lang=en`]) {
    await page.goto(site.url + target);
    await page.locator('.u-over').waitFor();
    assert.ok((await wholeHits()) >= 4, `${target}: ${await wholeHits()}`);
  }
  await shoot(page, 'strip');
});

test('a bar is 24 px wide and high at least, on every screen', async () => {
  for (const width of [1920, 1440, 1280, 1000, 700, 390, 360]) {
    await page.setViewportSize({width, height: 900});
    await page.goto(site.url + found);
    await page.locator('.u-over').waitFor();
    const least = await page.evaluate(() =>
      [...document.querySelectorAll('.bars a')].reduce((size, bar) => {
        const {width: wide, height: high} = bar.getBoundingClientRect();
        return Math.min(size, wide, high);
      }, Infinity),
    );
    assert.ok(least >= 24, `${width}: ${least}`);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, `${width}: too wide`);
  }
});

test('charts folded away stay so, and cost no request', async () => {
  await page.goto(site.url + found);
  await page.locator('.u-over').waitFor();
  await page.locator('#charts > summary').click();
  assert.equal(await page.locator('.bars').isVisible(), false);
  await page.locator('#q').press('End');
  await page.locator('#q').pressSequentially(' سوريا', {delay: 60});
  await page.waitForURL((url) => url.searchParams.get('q').endsWith('سوريا'));
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.bars').isVisible(), false, 'while one types');
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/api/rounds')));
  await page.goto(site.url);
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.bars').isVisible(), false, 'on another page');
  assert.equal(asked, 0);
  await page.locator('#charts > summary').click();
  await page.locator('.bars rect.russia').first().waitFor();
  await page.locator('.u-over').waitFor();
});

test('a few months are labelled as many are', async () => {
  await page.addInitScript(() => {
    window.written = [];
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      window.written.push(text);
      return write.call(this, text, ...rest);
    };
  });
  for (const [target, label] of [['/', /^20\d\d$/], ['/?round=9', /^\d+\/2018$/], ['/?round=7', /^\d+\/2017$/], ['/?round=22', /^\d+\/2024$/]]) {
    await page.goto(site.url + target);
    await page.locator('.u-over').waitFor();
    await page.waitForFunction(() => window.written.length > 0);
    const written = await page.evaluate(() => window.written);
    assert.ok(written.some((text) => label.test(text)), `${target}: ${written}`);
  }
});

test('bars are cut by guarantor also where the search was relaxed', async () => {
  await page.goto(`${site.url}${found}%20${encodeURIComponent('بنغالور')}`);
  await page.locator('.relaxed').waitFor();
  await page.locator('.u-over').waitFor();
  const [cut, uncut] = await page.evaluate(() => {
    const bars = [...document.querySelectorAll('.bars rect')].filter((bar) => Number(bar.getAttribute('height')) > 0);
    return [bars.filter((bar) => bar.classList.length).length, bars.filter((bar) => !bar.classList.length).length];
  });
  assert.ok(cut > 0 && uncut === 0, `${cut} cut, ${uncut} not`);
});
