import { createTransport } from 'nodemailer'

/** Sends one plain letter. */
export type SendMail = (letter: { to: string; subject: string; text: string }) => Promise<void>

/** A sender by SMTP. `url` is such as `smtps://name:password@mail.example.org`, `from` an address. */
export function mailSender({ url, from }: { url: string; from: string }): SendMail {
  const transport = createTransport(url, { from })
  return async (letter) => void (await transport.sendMail(letter))
}
