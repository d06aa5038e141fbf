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
  // A tap by mistake holds no sound, and a file without sound cannot be read by anybody.
  const shortest = 1000
  let note: Blob | undefined
  let recorder: MediaRecorder | undefined
  let isAsking = false

  if ('MediaRecorder' in browser && browser.navigator.mediaDevices) {
    box.removeAttribute('hidden')
    page.querySelector('[data-file]')?.setAttribute('hidden', '')
    button.addEventListener('click', () => {
      if (recorder?.state === 'recording') recorder.stop()
      else if (!isAsking) void begin()
    })
  }

  async function begin(): Promise<void> {
    tell(problem, '')
    isAsking = true
    const stream = await browser.navigator.mediaDevices
      .getUserMedia({ audio: true })
      .catch((error: unknown) => {
        const isDenied = error instanceof DOMException && error.name === 'NotAllowedError'
        tell(problem, said(isDenied ? 'denied' : 'no-microphone'))
      })
    isAsking = false
    if (!stream || !button) return
    const pieces: Blob[] = []
    const started = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 })
    recorder = started
    const begun = browser.performance.now()
    const clock = browser.setInterval(showTime, 500)
    const timer = browser.setTimeout(() => started.stop(), Number(said('seconds')) * 1000)
    started.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    started.addEventListener('stop', () => {
      browser.clearTimeout(timer)
      browser.clearInterval(clock)
      for (const track of stream.getTracks()) track.stop()
      button.removeAttribute('aria-pressed')
      button.textContent = said('again')
      if (browser.performance.now() - begun < shortest) {
        tell(problem, said('too-short'))
        return
      }
      note = new Blob(pieces, { type: started.mimeType })
      if (heard) {
        heard.src = URL.createObjectURL(note)
        heard.removeAttribute('hidden')
      }
      tell(status, said('ready'))
    })
    started.start()
    forget()
    showTime()
    button.setAttribute('aria-pressed', 'true')

    function showTime(): void {
      const past = Math.floor((browser.performance.now() - begun) / 1000)
      const clockFace = `${Math.floor(past / 60)}:${String(past % 60).padStart(2, '0')}`
      if (button) button.textContent = `${said('stop')} ${clockFace}`
    }
  }

  function forget(): void {
    note = undefined
    heard?.setAttribute('hidden', '')
    tell(status, '')
  }

  form.addEventListener('submit', (event) => {
    const { submitter } = event
    if (recorder?.state === 'recording') {
      event.preventDefault()
      // Whoever answers while speaking means what was said so far.
      recorder.addEventListener('stop', () => form.requestSubmit(submitter), { once: true })
      recorder.stop()
      return
    }
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
        else if (response.status < 429) {
          // So that the next answer goes without it, as the words say.
          forget()
          tell(problem, said('bad-note'))
        } else tell(problem, said('offline'))
      })
      .catch(() => tell(problem, said('offline')))
  })
}
