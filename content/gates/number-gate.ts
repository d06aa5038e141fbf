import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Refusal } from './refusal.ts'

type NumberToCheck = {
  dial: string
  e164?: string | undefined
  channel: 'voice' | 'text' | 'chat' | 'whatsapp'
  url?: string | undefined
}

/** Numbers of a helpline or service that nobody could reach. Whether one answers, only a call can tell. */
export function numberRefusals(document: {
  _id: string
  numbers: readonly NumberToCheck[]
}): Refusal[] {
  return document.numbers.flatMap((number, at) =>
    problemsOf(number).map(({ field, problem }) => {
      const path = `numbers[${at}].${field}`
      return { documentId: document._id, path, message: `${document._id}, ${path}: ${problem}` }
    }),
  )
}

const SUBSCRIBER_DIGITS = 7
// Marks of direction among them turn a number around on a page; a link leaves them, and other digits, out.
const UNSEEN = /[\p{Cf}\p{Cc}]/u
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u

type Problem = { field: 'dial' | 'e164' | 'url'; problem: string }

function problemsOf({ dial, e164, channel, url }: NumberToCheck): Problem[] {
  const problems: Problem[] = []
  if (e164 !== undefined && parsePhoneNumberFromString(e164)?.isPossible() !== true) {
    problems.push({
      field: 'e164',
      problem: `${e164} cannot be a telephone number. Write + and the country code, then the number without its first 0.`,
    })
  }
  if (UNSEEN.test(dial) || FOREIGN_DIGIT.test(dial)) {
    problems.push({
      field: 'dial',
      problem: `"${dial}" has ${UNSEEN.test(dial) ? 'signs in it that nobody sees' : 'digits that telephones do not dial'}. Type it anew, with the digits 0 to 9.`,
    })
  }
  const isDialled = channel === 'voice' || channel === 'text'
  if (isDialled && e164 === undefined && /\p{L}/u.test(dial)) {
    problems.push({
      field: 'dial',
      problem: `"${dial}" has letters in it. Write the digits that people dial.`,
    })
  }
  if (isDialled && (dial.match(/\d/g) ?? []).length < 2) {
    problems.push({
      field: 'dial',
      problem: `"${dial}" has hardly a digit in it. Write the number as it stands on paper.`,
    })
  }
  if (e164 !== undefined && !isSameNumber(dial, e164)) {
    problems.push({
      field: 'e164',
      problem: `${e164} is another number than "${dial}": a telephone would call the one, paper says the other. Change both.`,
    })
  }
  const isOnline = channel === 'chat' || (channel === 'whatsapp' && e164 === undefined)
  if (isOnline && url?.startsWith('https://') !== true) {
    problems.push({
      field: 'url',
      problem: `A ${channel} is opened by its address. Write one that starts with https://`,
    })
  }
  return problems
}

// What comes first differs between paper and abroad (0, 8, 06, +39 0): the subscriber's last seven digits never do.
// Shorter numbers are valid inside one country only; what stands for them abroad may be another.
function isSameNumber(dial: string, e164: string): boolean {
  const digits = dial.replace(/\D/g, '')
  // With its country code a number is the same as a whole; a trunk zero in brackets is not dialled from abroad.
  if (dial.trim().startsWith('+')) return `+${dial.replace(/\(0\)|\D/g, '')}` === e164
  if (/\p{L}/u.test(dial) || digits.length < SUBSCRIBER_DIGITS) return true
  return digits.slice(-SUBSCRIBER_DIGITS) === e164.slice(-SUBSCRIBER_DIGITS)
}
