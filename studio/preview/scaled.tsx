import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Frame } from './frames.ts'

/** Draws what is as large as a frame as large as there is room for, never larger than it is. */
export function Scaled({ frame, children }: { frame: Frame; children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.25)
  const { width, height } = frame
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { inlineSize, blockSize } = entry.contentBoxSize[0] ?? { inlineSize: 0, blockSize: 0 }
      setScale(Math.min(1, inlineSize / width, Math.max(blockSize, LEAST_PX) / height))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [width, height])
  return (
    <div
      ref={room}
      style={{ flex: 1, minBlockSize: 0, display: 'grid', placeItems: 'start center' }}
    >
      <div style={{ inlineSize: width * scale, blockSize: height * scale, overflow: 'hidden' }}>
        <div
          style={{
            position: 'relative',
            inlineSize: width,
            blockSize: height,
            transform: `scale(${scale})`,
            transformOrigin: '0 0',
          }}
        >
          {children}
        </div>
      </div>
    </div>
  )
}

/** A frame is never made so small that nobody could see what is in it. */
const LEAST_PX = 320
