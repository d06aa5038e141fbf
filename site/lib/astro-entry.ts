import { createApp } from 'astro/app/entrypoint'

const app = createApp({ streaming: false })

/** Renders one request with the built pages. The address in it is ours, never the `Host` header's. */
export function render(request: Request): Promise<Response> {
  return app.render(request)
}
