import { ErrorOutlineIcon } from '@sanity/icons/ErrorOutline'
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import type { DeskProblem } from './ask-desk.ts'

const AGAIN = 'Try again'
const SIGN_IN = 'Sign in'

/** Says what went wrong and offers the way on. What was typed beside it stays. */
export function ProblemCard({ problem, again }: { problem: DeskProblem; again?: () => void }) {
  return (
    <Card tone="critical" border radius={2} padding={3} role="alert">
      <Flex gap={3} align="center">
        <Text size={1}>
          <ErrorOutlineIcon />
        </Text>
        <Stack flex={1}>
          <Text size={1}>{problem.message}</Text>
        </Stack>
        {problem.code === 'signed-out' ? (
          <Button
            as="a"
            mode="ghost"
            fontSize={1}
            padding={2}
            href={signInAddress()}
            text={SIGN_IN}
          />
        ) : (
          again && <Button mode="ghost" fontSize={1} padding={2} onClick={again} text={AGAIN} />
        )}
      </Flex>
    </Card>
  )
}

function signInAddress(): string {
  return `/login?${new URLSearchParams({ origin: location.href })}`
}
