import { useCallback, useEffect, useRef, useState } from 'react'
import { RECORDING_SECONDS } from '#content/model/spoken-texts.ts'
import { END_WORDS, microphoneWords } from './recording-words.ts'
import { recordingKind } from './sound-file.ts'

/** What was recorded and is not kept yet: in memory only. */
export type Take = { sound: Blob; address: string; seconds: number }

/** Where recording stands. `note` says why it ended by itself. */
export type RecorderState =
  | { kind: 'idle'; problem?: string }
  | { kind: 'asking' }
  | { kind: 'recording'; seconds: number; level: number }
  | { kind: 'taken'; take: Take; note?: string }

const TICK_MS = 100
const BITS_PER_SECOND = 48_000

/** Records from the microphone, in the browser, until it is stopped, the time is over or the tab is left. */
export function useRecorder() {
  const [state, setState] = useState<RecorderState>({ kind: 'idle' })
  const running = useRef<{ stop: (note?: string) => void } | undefined>(undefined)
  const isHere = useRef(true)

  useEffect(() => {
    isHere.current = true
    const leave = () => {
      if (document.visibilityState === 'hidden') running.current?.stop(END_WORDS.hidden)
    }
    document.addEventListener('visibilitychange', leave)
    return () => {
      isHere.current = false
      document.removeEventListener('visibilitychange', leave)
      running.current?.stop()
    }
  }, [])

  const start = useCallback(async () => {
    setState({ kind: 'asking' })
    try {
      const stream = await openMicrophone()
      if (!isHere.current) return closeStream(stream)
      running.current = record(stream, {
        tick: (seconds, level) => setState({ kind: 'recording', seconds, level }),
        done: (take, note) => {
          running.current = undefined
          setState({ kind: 'taken', take, ...(note !== undefined && { note }) })
        },
      })
    } catch (error) {
      setState({ kind: 'idle', problem: microphoneWords(nameOf(error)) })
    }
  }, [])
  const stop = useCallback(() => running.current?.stop(), [])
  const drop = useCallback(() => setState({ kind: 'idle' }), [])
  return { state, start, stop, drop }
}

async function openMicrophone(): Promise<MediaStream> {
  if (!('MediaRecorder' in window) || !('mediaDevices' in navigator)) {
    throw new DOMException('no recorder', 'Unsupported')
  }
  const audio = { channelCount: 1, echoCancellation: false, noiseSuppression: true }
  return navigator.mediaDevices.getUserMedia({ audio })
}

type Heard = {
  tick: (seconds: number, level: number) => void
  done: (take: Take, note: string | undefined) => void
}

function record(stream: MediaStream, { tick, done }: Heard) {
  const mimeType = recordingKind((kind) => MediaRecorder.isTypeSupported(kind))
  const options = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType && { mimeType }) }
  const recorder = new MediaRecorder(stream, options)
  const pieces: Blob[] = []
  const began = performance.now()
  const level = levelOf(stream)
  let note: string | undefined
  const seconds = () => (performance.now() - began) / 1000
  const stop = (why?: string) => {
    if (recorder.state === 'inactive') return
    note = why
    recorder.stop()
  }
  const timer = setInterval(() => {
    tick(seconds(), level.now())
    if (seconds() >= RECORDING_SECONDS) stop(END_WORDS.limit)
  }, TICK_MS)
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.addEventListener('stop', () => {
    clearInterval(timer)
    level.close()
    closeStream(stream)
    const sound = new Blob(pieces, { type: recorder.mimeType })
    done({ sound, address: URL.createObjectURL(sound), seconds: seconds() }, note)
  })
  for (const track of stream.getTracks()) {
    track.addEventListener('ended', () => stop(END_WORDS.unplugged))
  }
  // A piece each second: what is there stays if the device goes.
  recorder.start(1000)
  return { stop }
}

/** How loud it is, 0 to 1. */
function levelOf(stream: MediaStream) {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  return {
    now: () => {
      analyser.getByteTimeDomainData(samples)
      return Math.min(1, Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 100)
    },
    close: () => void context.close(),
  }
}

function closeStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : ''
}
