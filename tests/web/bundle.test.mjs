// The committed script is what its source gives.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {root} from './site.mjs';

const web = join(root, 'searcher', 'web');
const [major, minor] = process.versions.node.split('.').map(Number);
const buildable = major > 20 || (major === 20 && minor >= 19);

test('the bundle is under 60 KB, compressed', () => {
  const bytes = readdirSync(join(web, 'dist')).map((name) => gzipSync(readFileSync(join(web, 'dist', name))).length);
  assert.ok(bytes.reduce((a, b) => a + b, 0) < 60 * 1024, String(bytes));
});

test('the lock files name no registry', () => {
  for (const folder of [web, join(root, 'tests', 'web')])
    assert.doesNotMatch(readFileSync(join(folder, 'package-lock.json'), 'utf8'), /"resolved"|https?:\/\/registry/);
});

test('building the source gives the committed bundle', {skip: buildable ? false : `Vite needs Node 20.19, this is ${process.versions.node}`}, () => {
  if (!existsSync(join(web, 'node_modules', '.package-lock.json')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {cwd: web, stdio: 'inherit'});
  const folder = mkdtempSync(join(tmpdir(), 'mahdar-bundle-'));
  execFileSync('npx', ['--no-install', 'tsc', '--noEmit'], {cwd: web, stdio: 'inherit'});
  execFileSync('npx', ['--no-install', 'vite', 'build', '--outDir', folder, '--logLevel', 'warn', '--emptyOutDir'], {cwd: web, stdio: 'inherit'});
  assert.deepEqual(readdirSync(folder).sort(), readdirSync(join(web, 'dist')).sort());
  for (const name of readdirSync(folder))
    assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(web, 'dist', name))), `${name} differs: npm run build`);
  rmSync(folder, {recursive: true});
});
