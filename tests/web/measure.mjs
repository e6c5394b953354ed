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

/**
 * In the page: from each letter (an Arabic one comes without a key here) to its results in the page, to the end of the
 * first frame with them, and to the end of the frame in which the charts and the facets follow. A wait for the pause of
 * the fingers counts.
 */
function watchKeys() {
  window.keys = [];
  let key;
  document.addEventListener('beforeinput', (event) => (key = {pressed: event.timeStamp}), true);
  const afterFrame = (callback) =>
    requestAnimationFrame(() => {
      const frame = new MessageChannel();
      frame.port1.onmessage = callback;
      frame.port2.postMessage(0);
    });
  const within = (records, selector) => records.some(({target}) => (target.nodeType === 1 ? target : target.parentElement)?.closest(selector));
  new MutationObserver((records) => {
    const own = key;
    if (!own) return;
    const whole = records.some(({target}) => target.matches?.('.layout'));
    if (!own.swapped && (whole || within(records, '.hits'))) {
      own.swapped = performance.now() - own.pressed;
      window.keys.push(own);
      afterFrame(() => (own.painted = performance.now() - own.pressed));
    }
    if (own.swapped && !own.whole && (whole || within(records, '#facets')))
      afterFrame(() => (own.whole ??= performance.now() - own.pressed));
  }).observe(document.querySelector('.layout'), {childList: true, characterData: true, subtree: true});
}

/** Types every word with `delay` ms from letter to letter. */
async function keys(delay) {
  const times = {swapped: [], painted: [], whole: [], answered: []};
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
    for (const name of ['swapped', 'painted', 'whole']) times[name].push(...seen.map((key) => key[name]).filter(Boolean));
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
for (const [pace, delay] of [['key', 250], ['fast key', 40]]) {
  const typed = await keys(delay);
  line(`${pace} to answer of the server`, typed.answered);
  line(`${pace} to results in the page`, typed.swapped);
  line(`${pace} to results painted`, typed.painted);
  line(`${pace} to charts and facets painted`, typed.whole);
}
await browser.close();
await site.stop();
