import { expect, test } from '@playwright/test'
import { DOCUMENT_TYPES } from '../../content/model/documents/any-document.ts'
import { chooseAction, input, openDocument, turnTo, useDesk } from './studio-desk.ts'

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
<body><!--StartFragment--><h2 style="font-family:Calibri">What\u00a0is true<o:p></o:p></h2>
<p class="MsoNormal" style="color:#C00000;font-family:Wingdings"><span style="font-size:18pt">You\u00a0can\tcall.</span>
<a href="https://example.test/">Ask</a> <b>\u201ceverything\u201d</b>.<o:p></o:p></p><!--EndFragment--></body></html>`

const LINE = 'helpline-open-door'

test.describe('the forms of the Studio', () => {
  test.use({ actionTimeout: 15_000 })
  const desk = useDesk()
  test.afterEach(() => expect(desk.ada.trouble).toEqual([]))

  test('write nothing while they are only looked at', async () => {
    // Every kind of form there is, one after the other.
    test.slow()
    const { page } = desk.ada
    const newest = () => desk.client.fetch<string>('*[] | order(_updatedAt desc)[0]._updatedAt')
    const before = await newest()
    const first = '*[_type == $type && !(_id in path("drafts.**"))][0]._id'
    for (const type of DOCUMENT_TYPES) {
      const id = await desk.client.fetch<string | null>(first, { type })
      if (id === null) continue
      await turnTo(page, type, id)
      const all = page.getByRole('tab', { name: 'All fields' })
      if ((await all.count()) > 0) await all.click()
      await expect(page.locator('[data-testid^="field-"]').first()).toBeVisible()
      // The Studio sends what it writes before it asks for the next document.
      await page.getByTestId('studio-navbar').click()
    }
    expect(await newest()).toBe(before)
    expect(await desk.client.fetch('count(*[_id in path("drafts.**")])')).toBe(0)
  })

  test('begin a helpline with its English name, and answer nothing that has to be asked', async () => {
    const { page } = desk.ada
    await page.goto(
      `${desk.waymark.origin}/studio/intent/create/type=helpline;template=helpline-ngo/`,
    )
    await input(page, 'name').fill('Harbour line')
    const query = '*[_type == "helpline" && name[0].value == "Harbour line"][0]'
    await expect
      .poll(() => desk.client.fetch(query))
      .toMatchObject({
        name: [{ language: 'en', value: 'Harbour line' }],
        audience: 'everyone',
        numbers: [{ channel: 'voice' }],
      })
    const begun = await desk.client.fetch<object>(query)
    const asked = ['free', 'anonymous', 'asksResidenceStatus', 'contactsPolice', 'verification']
    expect(Object.keys(begun).filter((name) => asked.includes(name))).toEqual([])
  })

  test('take text from Word without its styles, tabs and no-break spaces', async () => {
    const { page } = desk.ada
    const id = 'legacy-piece-bellmira-shelter'
    await openDocument(page, 'legacyPiece', id)
    await input(page, 'spot').fill('')
    await paste('[data-testid="field-spot"] input', 'Door\u00a03,\t\u201cinside\u201d\r\n', '')
    await expect(input(page, 'spot')).toHaveValue('Door 3, “inside”')

    const guide = 'guide-when-a-journey-turns-en'
    await openDocument(page, 'guide', guide)
    const body = page.getByTestId('field-body')
    await body.scrollIntoViewIfNeeded()
    const activate = body.getByText('Click to activate')
    if ((await activate.count()) > 0) await activate.click()
    await body.locator('[contenteditable="true"]').click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await paste('[data-testid="field-body"] [contenteditable="true"]', 'What is true', FROM_WORD)
    const written = () =>
      desk.client.fetch<{ style: string; text: string; marks: string[][]; defs: unknown[] }[]>(
        '*[_id == $id][0].body[-2..-1]{style, "text": array::join(children[].text, ""), "marks": children[].marks, "defs": markDefs}',
        { id: `drafts.${guide}` },
      )
    await expect.poll(written).toMatchObject([
      { style: 'h2', text: 'What is true', defs: [] },
      // A guide has no links: where one led stays in words, for the author to keep or to take out.
      {
        style: 'normal',
        text: 'You can call. Ask (https://example.test/) “everything”.',
        defs: [],
      },
    ])
  })

  test('say what to do about a picture that is too large or none, and send nothing of it', async () => {
    const { page } = desk.ada
    await openDocument(page, 'message', 'message-debt')
    const picture = page.getByTestId('image-input')
    const told = page.getByRole('alert').filter({ hasText: '"hall.' })
    await expect(async () => {
      await page.getByRole('tab', { name: 'Picture' }).click({ timeout: 2_000 })
      await page.getByTestId('document-panel-scroller').hover()
      await page.mouse.wheel(0, 900)
      await expect(picture).toBeVisible({ timeout: 300 })
    }).toPass()
    const uploads: string[] = []
    page.on('request', (request) => {
      if (
        request.url().includes('/lake/') &&
        request.method() === 'POST' &&
        request.url().includes('/assets/')
      )
        uploads.push(request.url())
    })
    const choose = (name: string, mimeType: string, megabytes: number) =>
      picture
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType, buffer: Buffer.alloc(megabytes * 1024 * 1024) })
    await choose('hall.jpg', 'image/jpeg', 40)
    await expect(told).toContainText('too large: 40 MB')
    await expect(told).toContainText('Save it smaller')
    await choose('hall.heic', 'image/heic', 1)
    await expect(told).toContainText('Save it as JPEG or PNG')
    expect(uploads).toEqual([])
    expect(await desk.client.getDocument('drafts.message-debt')).toBeUndefined()
  })

  test('say what to do about a number with letters, and keep what was typed', async () => {
    const { page } = desk.ada
    await openDocument(page, 'helpline', LINE)
    const numbers = page.getByTestId('field-numbers')
    await numbers.scrollIntoViewIfNeeded()
    await numbers.getByText('0808 157 0142').click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('[data-testid$=".dial"] input').fill('0808 HELP NOW')
    // With its international form beside it, a word for a number would do.
    await dialog.locator('[data-testid$=".e164"] input').fill('')
    await page.keyboard.press('Escape')
    const banner = page.getByRole('status').filter({ hasText: 'Needs before publishing' })
    await banner.getByRole('button', { name: 'Show' }).click()
    await expect(banner).toContainText(
      '"0808 HELP NOW" has letters in it. Write the digits that people dial.',
    )
    await expect
      .poll(() => desk.client.getDocument(`drafts.${LINE}`))
      .toMatchObject({ numbers: [{ dial: '0808 HELP NOW' }, {}] })
  })

  test('say at the field what to do about hours that are not read everywhere', async () => {
    const { page } = desk.ada
    await openDocument(page, 'helpline', LINE)
    const hours = page.getByTestId('field-hours')
    await hours.scrollIntoViewIfNeeded()
    const when = hours.getByTestId('field-hours.osm').locator('input')
    await when.fill('in the mornings')
    await expect(hours.getByRole('status')).toContainText('in the mornings')
    await expect(hours.getByRole('status')).toContainText('Mo-Fr 08:00-18:00')
    await when.fill('Mo-Fr 08:00-18:00; PH off')
    await expect(hours.getByRole('status')).not.toContainText('in the mornings')
  })

  test('begin another language of a guide with its address, and without its approval', async () => {
    const { page } = desk.ada
    await openDocument(page, 'guide', 'guide-when-a-journey-turns-en')
    await page.getByTestId('document-internationalization-menu').click()
    await page.getByRole('button', { name: /Somali/ }).click()
    const query = '*[_type == "guide" && language == "so"][0]'
    await expect
      .poll(() => desk.client.fetch(query))
      .toMatchObject({
        slug: { current: 'when-a-journey-turns' },
        origin: 'human',
      })
    expect(Object.keys(await desk.client.fetch<object>(query))).not.toContain('approved')
    const list = '*[_id == "guide-languages-when-a-journey-turns"][0].translations[].language'
    await expect.poll(() => desk.client.fetch<string[]>(list)).toContain('so')
  })

  test('withdraw a guide in one language with a reason, and let it out again by an approval', async () => {
    const { page } = desk.ada
    const id = 'guide-when-a-journey-turns-fr'
    const { title } = await desk.client.fetch<{ title: string }>('*[_id == $id][0]', { id })
    const address = `${desk.waymark.origin}/fr/guide/when-a-journey-turns`
    const read = async () => (await fetch(address)).text()
    expect(await read()).toContain(title)
    await openDocument(page, 'guide', id)
    await chooseAction(page, 'Withdraw this guide')
    const dialog = page.getByRole('dialog', { name: 'Withdraw this guide' })
    await dialog.getByRole('textbox').fill('It sends people to the wrong door')
    await dialog.getByRole('button', { name: 'Withdraw this guide' }).click()
    await expect(page.getByTestId('guide-head')).toContainText('Withdrawn by')
    await expect.poll(read).not.toContain(title)
    await chooseAction(page, 'Approve')
    await expect(page.getByTestId('guide-head')).not.toContainText('Withdrawn by')
    await page.getByTestId('action-publish').click()
    await expect.poll(read).toContain(title)
  })

  /** Pastes as a browser does: the text as it is, and as markup. */
  async function paste(selector: string, text: string, html: string): Promise<void> {
    const field = desk.ada.page.locator(selector).first()
    await field.focus()
    await field.evaluate(
      (element, words) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', words.text)
        if (words.html !== '') clipboardData.setData('text/html', words.html)
        const init = { clipboardData, bubbles: true, cancelable: true }
        element.dispatchEvent(new ClipboardEvent('paste', init))
      },
      { text, html },
    )
  }
})
