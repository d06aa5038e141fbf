import { useEffect } from 'react'
import { useDocumentStore } from 'sanity'

// The Studio saves a second after a word at the latest; a slow network may take longer to say that it has.
const LINGER_MS = 10_000

/**
 * Lets what was written last be saved after its form was left. The Studio gathers a second of writing, and stops as
 * soon as nobody looks at the document any more: who went on to another tool at once would lose it.
 */
export function KeepLastWords({ id, type }: { id: string; type: string }): null {
  const { pair } = useDocumentStore()
  useEffect(() => {
    const saving = pair.operationEvents(id, type).subscribe()
    return () => void setTimeout(() => saving.unsubscribe(), LINGER_MS)
  }, [pair, id, type])
  return null
}
