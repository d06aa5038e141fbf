import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'sanity'
import { API } from '../translation/api-version.ts'
import { KEEP_FAILED } from './recording-words.ts'
import { soundFileName } from './sound-file.ts'
import type { Take } from './use-recorder.ts'

/** Sends a take to the lake. One that could not be sent stays in memory, and goes by itself once there is a network. */
export function useKeepTake(take: Take | undefined, onKept: (asset: string) => void) {
  const client = useClient(API)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const hasFailed = useRef(false)

  const keep = useCallback(async () => {
    if (take === undefined) return
    setSending(true)
    setProblem(undefined)
    try {
      const filename = soundFileName(take.sound.type)
      const { _id } = await client.assets.upload('file', take.sound, {
        filename,
        contentType: take.sound.type,
      })
      hasFailed.current = false
      URL.revokeObjectURL(take.address)
      onKept(_id)
    } catch (error) {
      hasFailed.current = true
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }, [client, onKept, take])

  useEffect(() => {
    const again = () => {
      if (hasFailed.current) void keep()
    }
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [keep])

  // A take that is thrown away by closing the tab is lost.
  useEffect(() => {
    if (take === undefined) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [take])

  return { keep, isSending, problem }
}

/** The lake says why it refuses; where nothing answered, the connection is at fault. */
function wordsOf(error: unknown): string {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (typeof status !== 'number' || !(error instanceof Error)) return KEEP_FAILED
  if (status === 401 || status === 403) {
    return 'Your role or your session does not let you keep recordings. Sign in again in another tab, then press Keep.'
  }
  return `The recording was refused: ${error.message}`
}
