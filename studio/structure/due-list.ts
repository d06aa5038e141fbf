import type { StructureBuilder } from 'sanity/structure'
import { LAPSE_DAYS } from '#content/model/limits.ts'

const DAY = 86_400_000

/** Helplines and services that nobody has verified in half the time after which they lapse, longest first. */
export function dueList(S: StructureBuilder) {
  return () => {
    const day = new Date(Date.now() - (LAPSE_DAYS / 2) * DAY).toISOString().slice(0, 10)
    return S.documentList()
      .id('due')
      .title('Due for checking')
      .apiVersion('2025-02-19')
      .filter(
        '_type in ["helpline", "service"] && !defined(withdrawal) && coalesce(verification.verifiedOn, "") <= $day',
      )
      .params({ day })
      .defaultOrdering([{ field: 'verification.verifiedOn', direction: 'asc' }])
      .initialValueTemplates([])
  }
}
