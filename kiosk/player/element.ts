import type { Passage } from '#content/help/view.ts'

type Child = Node | string | undefined | false

/** Makes an element. Attributes that are `undefined` and children that are absent are left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value)
  }
  for (const child of children.flat()) {
    if (child !== undefined && child !== false) made.append(child)
  }
  return made
}

/** Makes an element that says a passage, marked with its language and direction. */
export function say<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  passage: Passage,
  attributes: Readonly<Record<string, string | undefined>> = {},
): HTMLElementTagNameMap[Tag] {
  return element(tag, { lang: passage.lang, dir: passage.dir, ...attributes }, passage.text)
}

/** Makes a button that does one thing. */
export function button(
  passage: Passage,
  className: string,
  onPress: () => void,
): HTMLButtonElement {
  const made = say('button', passage, { class: className, type: 'button' })
  made.addEventListener('click', (event) => {
    event.stopPropagation()
    onPress()
  })
  return made
}

/** A number to dial: always left to right, and never broken over two lines. */
export function number(dial: string, className: string): HTMLElement {
  return element('bdi', { dir: 'ltr', class: className }, dial.replace(/\s+/g, '\u00a0'))
}
