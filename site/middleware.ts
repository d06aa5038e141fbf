import { defineMiddleware } from 'astro:middleware'
import { services } from './lib/services.ts'
import { readVisit } from './lib/visit.ts'

/** Gives every page its visit: the process's services and the reader's languages. */
export const onRequest = defineMiddleware((context, next) => {
  context.locals.visit = readVisit(context.request, services())
  return next()
})
