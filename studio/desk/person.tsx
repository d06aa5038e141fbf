import { useUser } from 'sanity'

// What better-auth makes; the demo has plain names in its place.
const ACCOUNT = /^[A-Za-z0-9_-]{16,}$/

/** Who did something: the name of an account that is known, else what stands there. */
export function Person({ id }: { id: string }) {
  return ACCOUNT.test(id) ? <Account id={id} /> : id
}

function Account({ id }: { id: string }) {
  const [user] = useUser(id)
  return user?.displayName ?? id
}
