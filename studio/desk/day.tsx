import { exactDay, relativeDay } from './day-words.ts'

/** "12 days ago", with the day itself on hover and for machines. */
export function Day({ day, today }: { day: string; today: string }) {
  return (
    <time dateTime={day} title={exactDay(day)}>
      {relativeDay(day, today)}
    </time>
  )
}
