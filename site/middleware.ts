import { defineMiddleware } from 'astro:middleware'
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
    return response
  } catch (error) {
    return services().fail(context.request, error)
  }
})
