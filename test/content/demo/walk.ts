import { isRecord } from '#content/demo/shorthand.ts'

/** Visits every object inside a value, outer ones first. */
export function walk(value: unknown, visit: (value: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit)
    return
  }
  if (!isRecord(value)) return
  visit(value)
  for (const field of Object.values(value)) walk(field, visit)
}
