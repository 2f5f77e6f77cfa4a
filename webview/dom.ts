// Elements from plain functions: the page has no framework. It must not know rewards.

type Handler = (event: never) => void;
export interface Properties {
  class?: string;
  text?: string;
  title?: string;
  /** Attributes; null and false leave one out. Never `style`: the page's content policy forbids it. */
  attributes?: Record<string, string | number | boolean | null | undefined>;
  on?: Partial<Record<keyof HTMLElementEventMap, Handler>>;
}
export type Child = Node | string | null | undefined | false;

/** A new HTML element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (properties.class) node.className = properties.class;
  if (properties.text !== undefined) node.textContent = properties.text;
  if (properties.title) node.title = properties.title;
  setAttributes(node, properties.attributes);
  for (const [name, handler] of Object.entries(properties.on ?? {})) node.addEventListener(name, handler as EventListener);
  for (const child of children) if (child) node.append(child);
  return node;
}

/** A new SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Properties["attributes"] = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(node, attributes);
  for (const child of children) if (child) node.append(child);
  return node;
}

function setAttributes(node: Element, attributes: Properties["attributes"] = {}) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) node.removeAttribute(name);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Writes text only where it differs, so that selections and live regions stay quiet. */
export function setText(node: Element, text: string) {
  if (node.textContent !== text) node.textContent = text;
}

/** Shows or hides an element with everything in it. */
export function show(node: HTMLElement, visible: boolean) {
  node.hidden = !visible;
}

/** Moves an element with transform and size, through the CSS object model. */
export function place(node: HTMLElement, box: { x?: number; y?: number; width?: string; height?: string }) {
  if (box.x !== undefined || box.y !== undefined) node.style.transform = `translate(${box.x ?? 0}px, ${box.y ?? 0}px)`;
  if (box.width !== undefined) node.style.width = box.width;
  if (box.height !== undefined) node.style.height = box.height;
}

/**
 * Children that follow a list: one element per key, made once, updated in place, kept in order.
 * So a slider keeps its focus when the spec is edited around it.
 */
export function createKeyed<T, N extends HTMLElement>(
  parent: HTMLElement,
  create: (item: T) => { node: N; update: (item: T, index: number) => void },
): (items: readonly T[], key: (item: T) => string) => void {
  let made = new Map<string, { node: N; update: (item: T, index: number) => void }>();
  return (items, key) => {
    const next: typeof made = new Map();
    items.forEach((item, index) => {
      let id = key(item);
      while (next.has(id)) id += "'";
      const entry = made.get(id) ?? create(item);
      next.set(id, entry);
      entry.update(item, index);
      if (parent.children[index] !== entry.node) parent.insertBefore(entry.node, parent.children[index] ?? null);
    });
    for (const [id, entry] of made) if (!next.has(id)) entry.node.remove();
    made = next;
  };
}
