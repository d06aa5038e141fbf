import './progress-bar.css'

/** How much of something is done, in the Studio's colours; `label` says of what, for those who hear it. */
export function ProgressBar({ label, done, all }: { label: string; done: number; all: number }) {
  return (
    <progress className="progress-bar" max={Math.max(1, all)} value={done} aria-label={label} />
  )
}
