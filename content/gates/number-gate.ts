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

type Problem = { field: 'dial' | 'e164' | 'url'; problem: string }

function problemsOf({ dial, e164, channel, url }: NumberToCheck): Problem[] {
  const problems: Problem[] = []
  if (e164 !== undefined && parsePhoneNumberFromString(e164)?.isPossible() !== true) {
    problems.push({
      field: 'e164',
      problem: `${e164} cannot be a telephone number. Write + and the country code, then the number without its first 0.`,
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
  const isOnline = channel === 'chat' || (channel === 'whatsapp' && e164 === undefined)
  if (isOnline && url?.startsWith('https://') !== true) {
    problems.push({
      field: 'url',
      problem: `A ${channel} is opened by its address. Write one that starts with https://`,
    })
  }
  return problems
}
