type AttributeValue = string | number | boolean | undefined | ((event: Event) => void);
export type Child = Node | string | undefined | false;

/**
 * Builds an element. A function under `onclick` listens to `click`; `true` is an empty attribute; `false` and
 * `undefined` leave the attribute out. Children are nodes or plain text, never markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, AttributeValue> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...present(children));
  return node;
}

/** Children without the ones a condition left out. */
export function present(children: Child[]): (Node | string)[] {
  return children.filter(
    (child): child is Node | string => child !== undefined && child !== false && child !== '',
  );
}

/** A round button that shows an icon and is named by `label` for everyone. */
export function iconButton(
  picture: SVGElement,
  label: string,
  onclick: (event: Event) => void,
  className = '',
): HTMLButtonElement {
  const attributes = {
    type: 'button',
    class: `icon-button ${className}`.trim(),
    title: label,
    'aria-label': label,
  };
  return element('button', { ...attributes, onclick }, picture);
}
