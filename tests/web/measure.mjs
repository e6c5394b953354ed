// How fast the page feels: `node measure.mjs [URL OF A SERVER]`; without a URL a server over the sample corpus is
// started. Prints a table and asserts nothing.

import {openPage, startBrowser, startSite} from './site.mjs';

const words = ['المعتقلين', 'لافرنتييف أستانا', 'اللجنة الدستورية', 'وقف إطلاق النار', 'Lavrentiev'];
const loads = 15;

const given = process.argv[2];
const site = given ? {url: given.replace(/\/$/, ''), stop: async () => {}} : await startSite();
const browser = await startBrowser();

function line(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1).padStart(8);
  console.log(`${name.padEnd(46)}${String(sorted.length).padStart(5)}${at(0.5)}${at(0.9)}${at(1)}`);
}

/** Milliseconds from the start of a navigation, with an empty cache, to the first and the largest paint. */
async function paints(target) {
  const times = {first: [], largest: []};
  for (let i = 0; i < loads; ++i) {
    const {page, close} = await openPage(browser, site);
    await page.goto(site.url + target, {waitUntil: 'networkidle'});
    const [first, largest] = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const first = performance.getEntriesByName('first-contentful-paint')[0].startTime;
          new PerformanceObserver((list) => resolve([first, list.getEntries().at(-1).startTime])).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
        }),
    );
    times.first.push(first);
    times.largest.push(largest);
    await close();
  }
  return times;
}

/** In the page: from each letter (an Arabic one comes without a key here) to the first frame after its results stand there. Keys are pressed slower than that. */
function watchKeys() {
  window.keys = [];
  let pressed = 0;
  document.addEventListener('beforeinput', (event) => (pressed = event.timeStamp), true);
  new MutationObserver(() => {
    const from = pressed;
    if (!from) return;
    pressed = 0;
    const swapped = performance.now() - from;
    requestAnimationFrame(() => {
      const frame = new MessageChannel();
      frame.port1.onmessage = () => window.keys.push({swapped, painted: performance.now() - from});
      frame.port2.postMessage(0);
    });
  }).observe(document.querySelector('.layout'), {childList: true});
}

async function keys(delay) {
  const times = {swapped: [], painted: [], answered: []};
  for (const word of words) {
    const {page, close} = await openPage(browser, site);
    await page.goto(site.url, {waitUntil: 'networkidle'});
    await page.evaluate(watchKeys);
    await page.locator('#q').pressSequentially(word, {delay});
    await page.waitForTimeout(700);
    const [seen, answers] = await page.evaluate(() => [
      window.keys,
      performance.getEntriesByType('resource').filter(({name}) => new URL(name).pathname === '/').map(({duration}) => duration),
    ]);
    times.swapped.push(...seen.map(({swapped}) => swapped));
    times.painted.push(...seen.map(({painted}) => painted));
    times.answered.push(...answers);
    await close();
  }
  return times;
}

console.log(`${'milliseconds'.padEnd(46)}${'n'.padStart(5)}${'median'.padStart(8)}${'p90'.padStart(8)}${'most'.padStart(8)}`);
for (const [name, target] of [['start page', '/'], ['results', `/?q=${encodeURIComponent(words[0])}`]]) {
  const {first, largest} = await paints(target);
  line(`${name}: first contentful paint, cold cache`, first);
  line(`${name}: largest contentful paint`, largest);
}
const typed = await keys(250);
line('key to answer of the server', typed.answered);
line('key to results in the page', typed.swapped);
line('key to results painted', typed.painted);
await browser.close();
await site.stop();
