import { useUser } from 'sanity'
import { exactDay, relativeDay } from '../desk/day-words.ts'
import { today } from './today.ts'

// People are stored by the id of their account; who came from elsewhere stands there by name.
const ACCOUNT_ID = /^\S+$/

/** Who did something and when: "Ana Harbour, 3 days ago". */
export function PersonAndDay({ id, day }: { id: string; day: string }) {
  return (
    <>
      <PersonName id={id} />, <DayAgo day={day} />
    </>
  )
}

/** The name of somebody with an account here, else what is stored. */
export function PersonName({ id }: { id: string }) {
  return ACCOUNT_ID.test(id) ? <AccountName id={id} /> : id
}

function AccountName({ id }: { id: string }) {
  const [user] = useUser(id)
  return <>{user?.displayName ?? id}</>
}

/** A day as seen from today, with the exact one to be asked for. */
export function DayAgo({ day }: { day: string }) {
  return (
    <time dateTime={day} title={exactDay(day)}>
      {relativeDay(day, today())}
    </time>
  )
}
