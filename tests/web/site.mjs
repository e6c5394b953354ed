// What the browser tests share: an archive with hostile articles in it, a server over it, and a browser.

import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = process.env.MAHDAR_BIN ?? join(root, 'build', 'bin');

/** Texts that would run or become markup on a page that let them. */
export const payloads = [
  '<script>alert(1)</script>',
  '</title><script>alert(2)</script>',
  '"><script>alert(3)</script>',
  "'><script>alert(4)</script>",
  '<img src=x onerror=alert(5)>',
  '"><img src=x onerror=alert(6)>',
  '<svg onload=alert(7)>',
  '<svg><script>alert(8)</script></svg>',
  '<body onload=alert(9)>',
  '<iframe src="javascript:alert(10)"></iframe>',
  '<a href="javascript:alert(11)">x</a>',
  '" onmouseover="alert(12)" x="',
  "' onfocus='alert(13)' autofocus='",
  '<input autofocus onfocus=alert(14)>',
  '<details open ontoggle=alert(15)>',
  '<video><source onerror=alert(16)></video>',
  '<math><mtext></table><img src=x onerror=alert(17)></math>',
  '<style>@import "//x.example/a.css";</style>',
  '<link rel=stylesheet href=//x.example/a.css>',
  '<base href="//x.example/">',
  '<meta http-equiv=refresh content="0;url=//x.example">',
  '<object data="javascript:alert(22)"></object>',
  '<embed src="javascript:alert(23)">',
  '<form action="//x.example"><button>x</button></form>',
  '<template><script>alert(25)</script></template>',
  '&lt;script&gt;alert(26)&lt;/script&gt;',
  '&#60;script&#62;alert(27)&#60;/script&#62;',
  '\u003cscript\u003ealert(28)\u003c/script\u003e',
  '<scr\u0000ipt>alert(29)</scr\u0000ipt>',
  '\u202e<script>alert(30)</script>\u2066',
  '{{constructor.constructor("alert(31)")()}}',
  '<!--><img src=x onerror=alert(32)>-->',
];

function hostileArticles() {
  return payloads.map((payload, index) => ({
    id: `hostile-${index}${index % 2 ? payload : ''}`,
    title: `عنوان ${payload} خبيث`,
    text: `قال لافرنتييف في أستانا ${payload} إن الجولة السابعة من محادثات أستانا حول سوريا بدأت. ${payload}`,
    url: index % 3 ? `javascript:alert("${payload}")` : `https://news.example/${payload}`,
    source: payload,
    date: '2017-10-30',
  }));
}

/** Starts a server over the sample corpus and the hostile articles. */
export async function startSite() {
  const folder = mkdtempSync(join(tmpdir(), 'mahdar-web-'));
  const db = join(folder, 'db');
  const lines = join(folder, 'hostile.jsonl');
  writeFileSync(lines, hostileArticles().map((article) => JSON.stringify(article)).join('\n') + '\n');
  execFileSync(join(bin, 'mahdar-index'), ['update', '--db', db, join(root, 'corpus', 'articles'), lines]);
  const server = spawn(join(bin, 'mahdar-search'), ['serve', '--db', db, '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = createInterface({input: server.stderr});
  const [line] = await new Promise((resolve) => log.once('line', (text) => resolve([text])));
  return {
    url: line.match(/http:\/\/[\d.:]+/)[0],
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, {recursive: true});
    },
  };
}

function chromiumPath() {
  const named = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
  if (!named) throw new Error('no chromium: apt-get install chromium, or name one in CHROMIUM');
  return named;
}

export function startBrowser() {
  return chromium.launch({executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu']});
}

/** A page that keeps what went wrong on it: dialogs, errors, refused loads, requests to elsewhere. */
export async function openPage(browser, site, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of 4'))
      faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) faults.push(`request: ${request.url()}`);
  });
  return {page, faults, close: () => context.close()};
}

/** Keeps a picture for people to look at where SHOTS names a folder. */
export async function shoot(page, name, options = {}) {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`), ...options});
}
