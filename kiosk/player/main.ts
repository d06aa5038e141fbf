import '#content/brand/tokens.css'
import './styles.css'
import { placeSlug } from '#content/model/ids.ts'
import { startPlayer } from './player.ts'

const root = document.querySelector<HTMLElement>('.screen')
const place = placeSlug.safeParse(location.pathname.split('/')[2])
if (root !== null) startPlayer(root, place.data)
