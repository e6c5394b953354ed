/** Shows other searches without loading the page anew: fetches the server's own page and takes over what differs. */

import {patch} from './patch';

const listeners: (() => void)[] = [];
const patience = 400;
/** An answer that takes longer shows that it is on its way; sooner, it would only cost a frame. */
const lull = 150;
let running: AbortController | undefined;
/** How many searches were shown. */
let pages = 0;
let shown = place(window.location.href);

/** An address without its fragment. */
function place(url: string): string {
  return url.split('#', 1)[0]!;
}

/** Whether this page shows a search; an article does not. */
export const isSearchPage = document.querySelector('.layout') !== null;

/** Calls back now and whenever another search is shown. */
export function onShown(callback: () => void): void {
  listeners.push(callback);
  callback();
}

/** Which foldable parts are open; kept for those that are away for a while because no hit has their values. */
const open = new Map<string, boolean>();

function noteOpenStates(): void {
  document.querySelectorAll<HTMLDetailsElement>('.layout details[id]').forEach((part) => open.set(part.id, part.open));
}

/** How to find the focused link again: a chosen value may stand in another list then. */
function focusedLink(): string | undefined {
  const link = document.activeElement?.closest<HTMLElement>('.layout a[data-value], .layout a[data-round]');
  if (!link) return undefined;
  const facet = link.closest<HTMLElement>('[data-facet]')?.dataset.facet;
  if (link.dataset.round) return `.bars a[data-round="${CSS.escape(link.dataset.round)}"]`;
  return `[data-facet="${facet}"] a.${link.className}[data-value="${CSS.escape(link.dataset.value ?? '')}"]`;
}

function patchPart(selector: string, page: Document, except?: string): void {
  const [now, next] = [document.querySelector(selector), page.querySelector(selector)];
  if (now && next) patch(now, next, except);
}

/** Puts the charts and the facets in place, the focus where it was. */
function takeRest(page: Document): void {
  noteOpenStates();
  const link = focusedLink();
  patchPart('#timeline', page);
  patchPart('#facets', page);
  for (const [id, isOpen] of open) {
    const element = document.getElementById(id) as HTMLDetailsElement | null;
    if (element && element.open !== isOpen) element.open = isOpen;
  }
  if (link) (document.querySelector<HTMLElement>(link) ?? document.querySelector<HTMLElement>('#results'))?.focus({preventScroll: true});
  for (const listener of listeners) listener();
}

function takeResults(page: Document, typing: boolean): void {
  const results = document.querySelector<HTMLElement>('#results');
  const moved = results?.contains(document.activeElement) && !focusedLink();
  patchPart('#results', page, '#timeline');
  if (moved) results!.focus({preventScroll: true});
  for (const selector of ['.language', 'link[rel="alternate"][type="application/atom+xml"]']) {
    const href = page.querySelector(selector)?.getAttribute('href');
    if (href) document.querySelector(selector)?.setAttribute('href', href);
  }
  const form = page.querySelector<HTMLFormElement>('#search');
  if (form) takeForm(form, typing);
}

/** While one types the hits come first, and a frame later what is around them: the charts, the facets, the address. */
function takeOver(page: Document, typing: boolean, enter: () => void): void {
  const own = ++pages;
  if (!typing) enter();
  takeResults(page, typing);
  if (!typing) return takeRest(page);
  window.requestAnimationFrame(() =>
    window.setTimeout(() => {
      enter();
      if (own === pages) takeRest(page);
    }),
  );
}

/** Hidden fields and choices follow the search; the query stays as typed while the reader types. */
function takeForm(next: HTMLFormElement, typing: boolean): void {
  const form = document.querySelector<HTMLFormElement>('#search')!;
  form.querySelectorAll('input[type="hidden"]').forEach((field) => field.remove());
  form.append(...next.querySelectorAll('input[type="hidden"]'));
  for (const id of ['sort', 'match', 'collapse']) {
    const choice = form.querySelector<HTMLSelectElement>(`#${id}`);
    const wanted = next.querySelector<HTMLSelectElement>(`#${id}`);
    if (choice && wanted) choice.value = wanted.value;
  }
  if (!typing) form.querySelector<HTMLInputElement>('#q')!.value = next.querySelector<HTMLInputElement>('#q')!.value;
}

/**
 * Shows a search; false where another overtook it. `history`: whether the address becomes a new entry, takes the last
 * one's place, or stands.
 */
export async function show(url: string, history: 'push' | 'replace' | 'stay', typing = false): Promise<boolean> {
  running?.abort();
  const own = (running = new AbortController());
  const slow = window.setTimeout(() => document.querySelector('#results')?.classList.add('busy'), lull);
  try {
    const response = await fetch(url, {signal: own.signal, headers: {Accept: 'text/html'}});
    if (response.status !== 200 && response.status !== 400) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // Half a word often finds nothing: leave the last results until the reader pauses.
    if (typing && !page.querySelector('.hit')) await new Promise((resolve) => window.setTimeout(resolve, patience));
    if (own.signal.aborted) return false;
    takeOver(page, typing, () => {
      if (history === 'push') window.history.pushState(null, '', url);
      if (history === 'replace') window.history.replaceState(null, '', url);
      shown = place(window.location.href);
      document.title = page.title;
    });
    return true;
  } catch (error) {
    if (own.signal.aborted) return false;
    console.error(error);
    window.location.assign(url); // let the browser say what is wrong
    return false;
  } finally {
    window.clearTimeout(slow);
  }
}

/** Keeps a hit where it was on the screen, and the reader at its question. */
function stayAt(id: string, top: number): void {
  const hit = document.querySelector<HTMLElement>(`.hit[data-id="${CSS.escape(id)}"]`);
  if (!hit) return;
  // Guessed heights of the hits above would be corrected later and move it.
  hit.closest('.hits')?.classList.add('whole');
  hit.querySelector<HTMLElement>('.why')?.focus({preventScroll: true});
  window.scrollBy({top: hit.getBoundingClientRect().top - top});
}

/** Links of the page that lead to another search. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-live]');
    if (!link) return;
    event.preventDefault();
    const hit = link.closest<HTMLElement>('.hit');
    const top = hit?.getBoundingClientRect().top ?? 0;
    void show(link.href, 'push').then(() => {
      if (link.closest('.pages')) window.scrollTo({top: 0});
      if (hit) stayAt(hit.dataset.id!, top);
    });
  });
  window.addEventListener('popstate', () => {
    if (place(window.location.href) !== shown) void show(window.location.href, 'stay');
  });
}
