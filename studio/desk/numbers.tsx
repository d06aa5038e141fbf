const STYLE = {
  unicodeBidi: 'isolate',
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
} as const

/** Telephone numbers, left to right whatever stands around them, each on a line of its own. */
export function Numbers({ numbers }: { numbers: readonly string[] }) {
  return (
    <>
      {numbers.map((number) => (
        <div key={number}>
          <bdi dir="ltr" style={STYLE}>
            {number}
          </bdi>
        </div>
      ))}
    </>
  )
}
