/** Makes a part of the page like the server's new one by changing only what differs: no more than that is laid out anew. */

/** Marks what the script added to the page: the server knows nothing of it, so it stays. */
export const own = 'data-own';

function isOwn(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(own);
}

/** What an element is about; by it one that has moved in its list is found again. */
function key(node: Node): string {
  if (!(node instanceof Element)) return '';
  const about = node.localName === 'li' ? (node.firstElementChild ?? node) : node;
  return about.id || (about.getAttribute('data-value') ?? about.getAttribute('data-round') ?? '');
}

function alike(now: Node, next: Node): boolean {
  return now.nodeName === next.nodeName && (now.nodeType !== Node.ELEMENT_NODE || key(now) === key(next));
}

function patchAttributes(now: Element, next: Element): void {
  // Whether a part is unfolded is the reader's matter.
  for (const name of next.getAttributeNames()) {
    const value = next.getAttribute(name)!;
    if (name !== 'open' && now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
  for (const name of now.getAttributeNames()) if (name !== 'open' && !next.hasAttribute(name)) now.removeAttribute(name);
}

/** The first sibling from `start` on that stands for `wanted`. */
function findAlike(start: Node | null, wanted: Node): Node | null {
  let node = start;
  while (node && (isOwn(node) || !alike(node, wanted))) node = node.nextSibling;
  return node;
}

function patchChildren(now: Element, next: Element, except?: string): void {
  let at: Node | null = now.firstChild;
  for (const wanted of [...next.childNodes]) {
    const match = findAlike(at, wanted);
    if (!match) {
      now.insertBefore(document.adoptNode(wanted), at);
      continue;
    }
    while (at && isOwn(at)) at = at.nextSibling;
    if (match === at) at = at.nextSibling;
    else now.insertBefore(match, at);
    if (match instanceof Element) patch(match, wanted as Element, except);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (at) {
    const gone: Node = at;
    at = gone.nextSibling;
    if (!isOwn(gone)) gone.parentNode!.removeChild(gone);
  }
}

/** Long lists are cheaper to replace: of the hits few are seen at once, of what is folded none. */
function isReplaced(element: Element): boolean {
  return element.matches('.hits, .more:not([open])');
}

/** Makes `now` equal to `next`, which comes apart by it; leaves what is marked as the script's and the parts in `except`. */
export function patch(now: Element, next: Element, except?: string): void {
  if (except && now.matches(except)) return;
  patchAttributes(now, next);
  if (isReplaced(now)) now.replaceChildren(...next.childNodes);
  else patchChildren(now, next, except);
}
