import type { ObjectFieldProps } from 'sanity'

/** A field without a head of its own: what is in it says which language it is in. */
export function BareField({ children }: ObjectFieldProps) {
  return <>{children}</>
}
