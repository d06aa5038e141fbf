/**
 * Runs in the browser of somebody who reviews: records a voice note where the browser can, and keeps an answer that
 * could not be sent. It is sent as its own text, so it may use nothing from around it. Without it the form works.
 */
export function recordNote(page: Document, browser: Window & typeof globalThis): void {
  const form = page.querySelector('form')
  const box = page.querySelector('[data-recorder]')
  const [button] = box?.querySelectorAll('button') ?? []
  const heard = box?.querySelector('audio')
  const file = form?.querySelector('input')
  if (!form || !box || !button || !heard || !file) return
  const said = (name: string) => box.getAttribute(`data-${name}`) ?? ''
  const problem = page.querySelector('[role=alert]')
  const status = page.querySelector('[role=status]')
  const tell = (place: Element | null, words: string) => {
    if (!place) return
    place.textContent = words
    place.toggleAttribute('hidden', words === '')
  }
  let note: Blob | undefined
  let recorder: MediaRecorder | undefined

  if ('MediaRecorder' in browser && browser.navigator.mediaDevices) {
    box.removeAttribute('hidden')
    page.querySelector('[data-file]')?.setAttribute('hidden', '')
    button.addEventListener('click', () => {
      if (recorder?.state === 'recording') recorder.stop()
      else void begin()
    })
  }

  async function begin(): Promise<void> {
    tell(problem, '')
    const stream = await browser.navigator.mediaDevices
      .getUserMedia({ audio: true })
      .catch((error: unknown) => {
        const isDenied = error instanceof DOMException && error.name === 'NotAllowedError'
        tell(problem, said(isDenied ? 'denied' : 'no-microphone'))
      })
    if (!stream || !button) return
    const pieces: Blob[] = []
    const started = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 })
    recorder = started
    const seconds = Number(said('seconds'))
    const timer = browser.setTimeout(() => started.stop(), seconds * 1000)
    started.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    started.addEventListener('stop', () => {
      browser.clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
      note = new Blob(pieces, { type: started.mimeType })
      if (heard) {
        heard.src = URL.createObjectURL(note)
        heard.removeAttribute('hidden')
      }
      button.textContent = said('again')
      button.removeAttribute('aria-pressed')
      tell(status, said('ready'))
    })
    started.start()
    button.textContent = said('stop')
    button.setAttribute('aria-pressed', 'true')
    tell(status, '')
  }

  form.addEventListener('submit', (event) => {
    const { submitter } = event
    // A browser that does not say which button it was sends the form by itself.
    if (!note || !(submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    const answer = new FormData(form)
    answer.set('verdict', submitter.value)
    answer.set('note', note, 'note')
    browser
      .fetch(form.action, { method: 'POST', body: answer })
      .then(async (response) => {
        if (response.ok) browser.location.assign(response.url)
        else if (response.status === 410) browser.location.reload()
        else tell(problem, said(response.status < 429 ? 'bad-note' : 'offline'))
      })
      .catch(() => tell(problem, said('offline')))
  })
}
