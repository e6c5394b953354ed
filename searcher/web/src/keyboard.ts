import {showHelp} from './dialogs';
import {keysAreOn} from './settings';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, dialog[open], [contenteditable]') !== null;
}

function moveTo(list: HTMLElement[], current: number, step: number): number {
  if (list.length === 0) return -1;
  return Math.min(Math.max(current + step, 0), list.length - 1);
}

function moveHit(step: number): void {
  const hits = [...document.querySelectorAll<HTMLElement>('.hits .hit')];
  const next = moveTo(hits, hits.findIndex((hit) => hit.classList.contains('current')), step);
  hits.forEach((hit, index) => hit.classList.toggle('current', index === next));
  hits[next]?.querySelector('a')?.focus();
  hits[next]?.scrollIntoView({block: 'nearest'});
}

function moveMatch(step: number): void {
  const marks = [...document.querySelectorAll<HTMLElement>('mark[id^="match-"]')];
  const next = moveTo(marks, marks.findIndex((mark) => mark.classList.contains('current')), step);
  marks.forEach((mark, index) => mark.classList.toggle('current', index === next));
  marks[next]?.scrollIntoView({block: 'center'});
  marks[next]?.focus({preventScroll: true});
}

const actions: Record<string, () => void> = {
  '/': () => document.querySelector<HTMLInputElement>('#q')?.select(),
  j: () => moveHit(1),
  k: () => moveHit(-1),
  n: () => moveMatch(1),
  p: () => moveMatch(-1),
  f: () => document.querySelector<HTMLElement>('#facets summary')?.focus(),
  '?': showHelp,
};

/** On an Arabic keyboard the letters' keys give other characters: then the key's place decides. */
const places: Record<string, string> = {KeyJ: 'j', KeyK: 'k', KeyN: 'n', KeyP: 'p', KeyF: 'f', Slash: '/'};

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAreOn()) return;
    const name = event.key === '؟' ? '?' : event.key in actions ? event.key : event.shiftKey ? '' : places[event.code];
    const action = name ? actions[name] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** Buttons that go through the matching words of an article. */
export function addMatchButtons(label: (key: string) => string): void {
  const place = document.querySelector('nav.matches');
  if (!place) return;
  place.querySelectorAll('a').forEach((link) => link.remove());
  for (const [key, step] of [['match.previous', -1], ['match.next', 1]] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = label(key);
    button.addEventListener('click', () => moveMatch(step));
    place.append(button);
  }
}
