import { useEffect, useState } from 'react'

const PAUSE_MS = 300

/** The last value that stayed for a moment while `isQuiet`: what is being typed is not drawn letter by letter. */
export function useSettled<Value>(value: Value, isQuiet: boolean): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (!isQuiet) return
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value, isQuiet])
  return settled
}
