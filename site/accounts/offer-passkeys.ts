/**
 * Runs in the browser: shows the buttons for passkeys where the browser can use them, and does what they say.
 * It is sent as its own text, so it may use nothing from around it.
 */
export function offerPasskeys(page: Document, browser: Window): void {
  const base = '/api/auth/passkey'
  if (!('PublicKeyCredential' in browser)) return
  // Passkeys belong to names: an address in numbers has none.
  if (/^[\d.]+$|:/.test(browser.location.hostname)) {
    for (const note of page.querySelectorAll('[data-passkey-name]')) note.removeAttribute('hidden')
    return
  }

  for (const box of page.querySelectorAll('[data-passkey]')) {
    const button = box.querySelector('button')
    const problem = box.querySelector('[role=alert]')
    box.removeAttribute('hidden')
    button?.addEventListener('click', async () => {
      problem?.setAttribute('hidden', '')
      try {
        const isSignIn = box.getAttribute('data-passkey') === 'sign-in'
        await (isSignIn ? signIn() : register(box.querySelector('input')?.value ?? ''))
        browser.location.assign(box.getAttribute('data-next') ?? '/account')
      } catch {
        problem?.removeAttribute('hidden')
      }
    })
  }

  async function signIn(): Promise<void> {
    const options = await ask('generate-authenticate-options')
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    publicKey.userVerification = 'required'
    await send('verify-authentication', await navigator.credentials.get({ publicKey }))
  }

  async function register(name: string): Promise<void> {
    const options = await ask('generate-register-options')
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    await send('verify-registration', await navigator.credentials.create({ publicKey }), name)
  }

  async function ask(what: string) {
    const response = await fetch(`${base}/${what}`)
    if (!response.ok) throw new Error(String(response.status))
    return response.json()
  }

  async function send(what: string, credential: Credential | null, name?: string): Promise<void> {
    if (!(credential instanceof PublicKeyCredential)) throw new Error('none')
    const response = await fetch(`${base}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ response: credential.toJSON(), name }),
    })
    if (!response.ok) throw new Error(String(response.status))
  }
}
