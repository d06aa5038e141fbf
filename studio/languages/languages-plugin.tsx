import { definePlugin, type InputProps, isStringInputProps } from 'sanity'
import { OwnNameInput } from './own-name-input.tsx'

/** How languages are added in forms: their own name is seen in the font it will be printed in. */
export const languagesPlugin = definePlugin({
  name: 'waymark-languages',
  form: { components: { input: LanguageFormInput } },
})

function LanguageFormInput(props: InputProps) {
  const isOwnName = props.path.length === 1 && props.path[0] === 'ownName'
  if (isOwnName && isStringInputProps(props)) return <OwnNameInput {...props} />
  return props.renderDefault(props)
}
