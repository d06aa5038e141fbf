import { describe, expect, test } from 'vitest'
import { readSettings } from '../../../site/lib/settings.ts'

const WRONG: readonly [variable: string, value: string, advice: RegExp][] = [
  ['PORT', 'abc', /whole number/],
  ['PORT', '70000', /whole number/],
  ['HOST', 'not a host', /address of this machine/],
  ['WAYMARK_ORIGIN', 'help.example.org', /https:\/\//],
  ['WAYMARK_ORIGIN', 'https://help.example.org/path', /scheme and host only/],
  ['WAYMARK_DEMO', 'yes', /0 \(never\) or 1/],
  ['TRUST_PROXY', 'proxy', /networks with commas/],
  ['TRUST_PROXY', '10.0.0.0/40', /networks with commas/],
  ['WAYMARK_EMBED_ORIGINS', 'www.example.org', /such as https:/],
  ['WAYMARK_EMBED_ORIGINS', 'http://www.example.org', /such as https:/],
  ['WAYMARK_EMBED_ORIGINS', 'https://www.example.org/page', /such as https:/],
  ['WAYMARK_EMBED_ORIGINS', 'https://*.example.org', /such as https:/],
  ['WAYMARK_EMBED_ORIGINS', "https://a.example; script-src 'self'", /such as https:/],
  ['WAYMARK_EMBED_ORIGINS', '*, https://a.example', /such as https:/],
  ['WAYMARK_ROBOTS', 'follow', /index or noindex/],
  ['SANITY_PROJECT_ID', 'Not An Id', /id of the project/],
  ['LAKE_READING', 'all', /closed, loopback/],
  ['LOG_LEVEL', 'loud', /silent, fatal/],
]

describe('settings', () => {
  test('nothing set is a machine of one’s own', () => {
    expect(readSettings({}, '/srv')).toEqual({
      port: 4321,
      host: '127.0.0.1',
      dataFolder: '/srv/data',
      demo: 'where-local',
      trustedProxies: [],
      embedOrigins: [],
      reading: 'closed',
      logLevel: 'info',
    })
  })

  test.each(WRONG)('%s=%s is refused by name, with what to write', (variable, value, advice) => {
    const read = () => readSettings({ [variable]: value }, '/srv')
    expect(read).toThrow(
      new RegExp(`^${variable} is "${value.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')}"`),
    )
    expect(read).toThrow(advice)
  })

  test('sites that may show pages in a frame are origins, or all', () => {
    const read = (text: string) => readSettings({ WAYMARK_EMBED_ORIGINS: text }, '/').embedOrigins
    expect(read('https://WWW.example.org/, https://a.example:8443')).toEqual([
      'https://www.example.org',
      'https://a.example:8443',
    ])
    expect(read('http://localhost:8080,http://127.0.0.1:8080')).toHaveLength(2)
    expect(read(' * ')).toEqual(['*'])
  })

  test('an empty variable counts as not set', () => {
    expect(readSettings({ PORT: '', WAYMARK_ORIGIN: ' ' }, '/srv').port).toBe(4321)
  })

  test.each([
    [{ TLS_CERT: 'cert.pem' }, /^TLS_KEY is not set/],
    [{ SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'production' }, /^SANITY_TOKEN is not set/],
  ])('half of what belongs together is refused: %o', (env, message) => {
    expect(() => readSettings(env, '/srv')).toThrow(message)
  })

  test('nobody else reaches it without HTTPS', () => {
    expect(() => readSettings({ HOST: '0.0.0.0' }, '/srv')).toThrow(
      /^HOST is "0\.0\.0\.0".*TLS_CERT/,
    )
    expect(readSettings({ HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.2' }, '/srv').host).toBe('0.0.0.0')
    const tls = readSettings({ HOST: '0.0.0.0', TLS_CERT: 'c.pem', TLS_KEY: 'k.pem' }, '/srv').tls
    expect(tls).toEqual({ certFile: '/srv/c.pem', keyFile: '/srv/k.pem' })
  })

  test.each([
    ['SESSION_SECRET', 'short and spaced'],
    ['SMTP_URL', 'mail:word@mail.example'],
  ])('a wrong %s is named and never shown', (variable, value) => {
    const read = () => readSettings({ [variable]: value }, '/srv')
    expect(read).toThrow(new RegExp(`^${variable}: that cannot be read`))
    expect(read).not.toThrow(new RegExp(value))
  })

  test('reading for programs on this machine needs a host that only it can reach', () => {
    const env = { LAKE_READING: 'loopback', HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.2' }
    expect(() => readSettings(env, '/srv')).toThrow(/^LAKE_READING is "loopback", but HOST/)
    expect(readSettings({ LAKE_READING: 'loopback' }, '/srv').reading).toBe('loopback')
  })

  test('letters need a server and a sender', () => {
    expect(() => readSettings({ SMTP_URL: 'smtp://mail.example' }, '/srv')).toThrow(
      /^MAIL_FROM is not/,
    )
    const env = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'waymark@mail.example' }
    expect(readSettings(env, '/srv').mail).toEqual({
      url: 'smtp://mail.example',
      from: 'waymark@mail.example',
    })
  })

  test('a token never stands in a message', () => {
    const env = { SANITY_TOKEN: 'secret-token', SANITY_DATASET: 'production' }
    expect(() => readSettings(env, '/srv')).toThrow(/SANITY_PROJECT_ID/)
    expect(() => readSettings(env, '/srv')).not.toThrow(/secret-token/)
    const broken = () => readSettings({ SANITY_TOKEN: 'secret\ntoken' }, '/srv')
    expect(broken).toThrow(/^SANITY_TOKEN: that cannot be read\. Write a token/)
    expect(broken).not.toThrow(/secret/)
  })

  test('the public origin loses its slash and its capitals', () => {
    expect(readSettings({ WAYMARK_ORIGIN: 'HTTPS://Help.Example.org/' }, '/srv').origin).toBe(
      'https://help.example.org',
    )
  })
})
