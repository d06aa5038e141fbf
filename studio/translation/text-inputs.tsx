import { type InputProps, isArrayOfObjectsInputProps, isStringInputProps } from 'sanity'
import { GuideHead } from './guide-head.tsx'
import { GuideWords, isGuideWords } from './guide-words.tsx'
import { InterfaceStringsInput } from './interface-strings-input.tsx'
import { isNamePath, NameInput } from './name-input.tsx'

/** Puts the inputs for texts where the forms would have plain ones. */
export function TextInputs(props: InputProps) {
  const isStrings = props.path.length === 1 && props.path[0] === 'strings'
  if (isStrings && isArrayOfObjectsInputProps(props)) return <InterfaceStringsInput {...props} />
  if (isNamePath(props.path) && isStringInputProps(props)) return <NameInput {...props} />
  if (isGuideWords(props.path)) return <GuideWords {...props} />
  const isGuide = props.id === 'root' && props.schemaType.name === 'guide'
  return isGuide ? <GuideHead>{props.renderDefault(props)}</GuideHead> : props.renderDefault(props)
}
