/**
 * Keeps the list of followers up to date without a reload. Runs in the browser, where it is all there is of script:
 * it must not use anything from outside itself.
 */
export function followOn(document: Document, window: Window): void {
  const list = document.querySelector<HTMLElement>('#followers')
  const summary = document.querySelector<HTMLElement>('#follow-summary')
  const from = list?.dataset['from']
  if (!list || !summary || !from) return
  const [soon, later] = [2_000, 15_000]
  const look = async () => {
    try {
      const answer = await fetch(from, { cache: 'no-store' })
      // The session is over: the page itself leads to signing in.
      if (answer.redirected) return window.location.reload()
      if (answer.ok) show(await answer.text())
    } catch {
      // No network just now: the next look may have one.
    }
    plan()
  }
  const show = (text: string) => {
    const next = document.createElement('template')
    next.innerHTML = text
    const words = next.content.querySelector<HTMLElement>('[data-summary]')?.dataset['summary']
    if (words !== undefined && words !== summary.textContent) summary.textContent = words
    const hasChanged = next.innerHTML.trim() !== list.innerHTML.trim()
    if (hasChanged) list.replaceChildren(next.content)
  }
  const plan = () => {
    const isDone = list.querySelector('[data-done]') !== null
    window.setTimeout(look, isDone || document.hidden ? later : soon)
  }
  for (const reload of document.querySelectorAll<HTMLElement>('[data-reload]')) reload.hidden = true
  plan()
}
