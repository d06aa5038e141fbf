import { organizationsOf, staffAmong } from '#content/access/binding.ts'
import type { Members } from '#content/access/members.ts'
import type { MeAnswer } from '#content/model/desk.ts'
import type { DeskAsked } from './context.ts'

/** Answers `GET me`: for whom the person who asks works. */
export function answerMe(members: Members): (asked: DeskAsked) => Response {
  return (asked) => {
    const { id, name } = asked.get('member')
    const bindings = members.bindingsOf(id)
    const organizations = organizationsOf(staffAmong(bindings))
    const answer: MeAnswer = {
      account: id,
      name,
      organizations: organizations === 'all' ? 'all' : [...organizations].toSorted(),
      mayInvite: bindings.some(({ role }) => role === 'administrator'),
    }
    return Response.json(answer)
  }
}
