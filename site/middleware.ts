import { defineMiddleware } from 'astro:middleware'
import { embedHeaders, embedLinks, isEmbedded } from './lib/embedded.ts'
import { services } from './lib/services.ts'
import { readVisit } from './lib/visit.ts'

/** Gives every page its visit: the process's services and the reader's languages. A page that fails says so kindly. */
export const onRequest = defineMiddleware(async (context, next) => {
  try {
    context.locals.visit = readVisit(context.request, services())
    const response = await next()
    if (response.headers.get('content-type') === 'text/html') {
      response.headers.set('content-type', 'text/html; charset=utf-8')
    }
    return isEmbedded(context.url, services().languages()) ? await embedded(response) : response
  } catch (error) {
    return services().fail(context.request, error)
  }
})

async function embedded(response: Response): Promise<Response> {
  const { embedOrigins, languages } = services()
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  const policy = headers.get('content-security-policy') ?? ''
  for (const [name, value] of Object.entries(embedHeaders(policy, embedOrigins))) {
    headers.set(name, value)
  }
  return new Response(embedLinks(await response.text(), languages()), {
    status: response.status,
    headers,
  })
}
