// The site and the browser of a file of tests, from before its first test to after its last.

import {after, before} from 'node:test';
import {startBrowser, startSite} from './site.mjs';

export let site;
export let browser;

before(async () => {
  site = await startSite();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await site?.stop();
});
