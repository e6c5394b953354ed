/** Shows other searches without loading the page anew: fetches the server's own page and puts its parts in place. */

const parts = ['#results', '#facets'];
const listeners: (() => void)[] = [];
const patience = 400;
let running: AbortController | undefined;
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

/** How to find the focused link again in the new page. */
function focusedLink(): string | undefined {
  const link = document.activeElement?.closest<HTMLElement>('.layout a[data-value], .layout a[data-round]');
  if (!link) return undefined;
  const facet = link.closest<HTMLElement>('[data-facet]')?.dataset.facet;
  if (link.dataset.round) return `.bars a[data-round="${CSS.escape(link.dataset.round)}"]`;
  return `[data-facet="${facet}"] a.${link.className}[data-value="${CSS.escape(link.dataset.value ?? '')}"]`;
}

function takeOver(page: Document, typing: boolean): void {
  noteOpenStates();
  const focused = focusedLink();
  const hadFocus = parts.some((part) => document.querySelector(part)?.contains(document.activeElement));
  const details = document.querySelector('#timeline .extra');
  for (const part of parts) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(next);
  }
  // What the script drew stays until it draws anew: the page beneath must not jump.
  if (details) document.querySelector('#timeline')?.append(details);
  for (const [id, isOpen] of open) {
    const element = document.getElementById(id) as HTMLDetailsElement | null;
    if (element) element.open = isOpen;
  }
  for (const selector of ['.language', 'link[rel="alternate"][type="application/atom+xml"]']) {
    const href = page.querySelector(selector)?.getAttribute('href');
    if (href) document.querySelector(selector)?.setAttribute('href', href);
  }
  document.title = page.title;
  const form = page.querySelector<HTMLFormElement>('#search');
  if (form) takeForm(form, typing);
  if (hadFocus) {
    const target = (focused && document.querySelector<HTMLElement>(focused)) || document.querySelector<HTMLElement>('#results');
    target?.focus({preventScroll: true});
  }
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
  document.querySelector('#results')?.classList.add('busy');
  try {
    const response = await fetch(url, {signal: own.signal, headers: {Accept: 'text/html'}});
    if (response.status !== 200 && response.status !== 400) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // Half a word often finds nothing: leave the last results until the reader pauses.
    if (typing && !page.querySelector('.hit')) await new Promise((resolve) => window.setTimeout(resolve, patience));
    if (own.signal.aborted) return false;
    if (history === 'push') window.history.pushState(null, '', url);
    if (history === 'replace') window.history.replaceState(null, '', url);
    shown = place(window.location.href);
    takeOver(page, typing);
    for (const listener of listeners) listener();
    return true;
  } catch (error) {
    if (own.signal.aborted) return false;
    console.error(error);
    window.location.assign(url); // let the browser say what is wrong
    return false;
  }
}

/** Keeps a hit where it was on the screen, and the reader at its question. */
function stayAt(id: string, top: number): void {
  const hit = document.querySelector<HTMLElement>(`.hit[data-id="${CSS.escape(id)}"]`);
  if (!hit) return;
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
