import { useState } from 'react'
import { useClient } from 'sanity'
import { API } from '../translation/api-version.ts'

/** Sends a chosen file to the lake under the name that `nameOf` gives its kind; undefined refuses the kind. */
export function useUpload(
  nameOf: (mimeType: string) => string | undefined,
  onKept: (asset: string) => void,
) {
  const client = useClient(API)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()

  const send = async (file: File) => {
    const filename = nameOf(file.type)
    if (filename === undefined) {
      return setProblem('Not every telephone plays a file of this kind. Choose one of those named.')
    }
    setSending(true)
    setProblem(undefined)
    try {
      // What it is, its bytes tell: browsers name the same sound differently.
      const contentType = 'application/octet-stream'
      const { _id } = await client.assets.upload('file', file, { filename, contentType })
      onKept(_id)
    } catch (error) {
      setProblem(`The file was not kept: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      setSending(false)
    }
  }
  return { send, isSending, problem }
}
