import { type BrowserContext, expect, test } from '@playwright/test'
import { openProfile, temporaryFolder } from '../browser.ts'
import { firstHelpline, publishNumber, spaced } from '../changed-number.ts'
import { signedIn } from '../signed-in.ts'
import { bytes, pdfText, readCode } from './printed.ts'
import { startWaymark } from './waymark.ts'

const PLACE = 'centralia-station'
const CODE = 'DEMO01'

test('a number changed by an author reaches page, poster and screen, and stays there without server', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const data = await temporaryFolder('way')
  const profile = await temporaryFolder('profile')
  const waymark = await startWaymark({ port: 0, dataFolder: data.folder })
  const client = await signedIn(waymark, 'editor', 'author')
  const colleague = await signedIn(waymark, 'editor', 'colleague')
  let kiosk: BrowserContext | undefined
  try {
    const helpline = await firstHelpline(client, PLACE)
    const screenUrl = `${waymark.origin}/screen/${PLACE}`
    kiosk = await openProfile(profile.folder, { viewport: { width: 1080, height: 1920 } })
    const screen = await kiosk.newPage()
    await screen.goto(screenUrl)
    await expect(screen.getByText(spaced(helpline.dial)).first()).toBeVisible({ timeout: 60_000 })
    const reader = await browser.newPage()
    await reader.goto(`${waymark.origin}/en/${PLACE}`)
    await expect(reader.locator('body')).toContainText(spaced(helpline.dial))

    const changed = '0808 157 0999'
    await publishNumber([client, colleague], helpline.id, changed)
    await expect
      .poll(() => text(`${waymark.origin}/en/${PLACE}`), { timeout: 60_000 })
      .toMatch(spaced(changed))
    await reader.reload()
    await expect(reader.locator('a[href="tel:+448081570999"]').first()).toBeVisible()

    const pdf = await bytes(`${waymark.origin}/posters/${CODE}.pdf?lang=en`)
    expect(spaced(changed).test(await pdfText(pdf))).toBe(true)

    const scanned = await readCode(await bytes(`${waymark.origin}/posters/${CODE}.png?lang=en`))
    await reader.goto(scanned)
    await expect(reader.locator('body')).toContainText(spaced(changed))
    expect(new URL(scanned).pathname.toUpperCase()).toContain(`/Q/${CODE}`)

    await expect(screen.getByText(spaced(changed)).first()).toBeVisible({ timeout: 60_000 })
    await waymark.kill()
    await kiosk.close()

    kiosk = await openProfile(profile.folder, { viewport: { width: 1080, height: 1920 } })
    const reopened = await kiosk.newPage()
    await reopened.goto(screenUrl)
    await expect(reopened.getByText(spaced(changed)).first()).toBeVisible({ timeout: 60_000 })
  } finally {
    await kiosk?.close()
    await waymark.kill()
    await data.remove()
    await profile.remove()
  }
})

async function text(url: string): Promise<string> {
  return (await fetch(url)).text()
}
