// A page of its own for each test of a file; a fault that the page met fails the test.

import assert from 'node:assert/strict';
import {afterEach, beforeEach} from 'node:test';
import {browser, site} from './session.mjs';
import {openPage} from './site.mjs';

export let page;
let faults;
let close;

beforeEach(async () => ({page, faults, close} = await openPage(browser, site)));
afterEach(async () => {
  await close();
  assert.deepEqual(faults, []);
});
