import type { APIRoute } from 'astro'
import { robotsText } from '../lib/robots-text.ts'

export const GET: APIRoute = ({ locals }) => {
  const { services } = locals.visit
  return new Response(robotsText(services.isFindable()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
