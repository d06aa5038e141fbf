import '#content/brand/tokens.css'
import './styles.css'
import { placeSlug } from '#content/model/ids.ts'
import { startPlayer } from './player.ts'
import { previewDoor } from './preview-door.ts'
import { workerDoor } from './worker-door.ts'

const root = document.querySelector<HTMLElement>('.screen')
const [, area, name] = location.pathname.split('/')
const isPreview = area === 'preview'
const place = isPreview ? undefined : placeSlug.safeParse(name).data
if (root !== null) startPlayer(root, place, isPreview ? previewDoor(location) : workerDoor)
