import { IconButton, type IconButtonProps } from './IconButton'

export interface ToggleProps extends Omit<IconButtonProps, 'isPressed' | 'onClick' | 'onChange'> {
  readonly isPressed: boolean
  readonly onChange: (isPressed: boolean) => void
}

/** A button that stays in. */
export function Toggle({ isPressed, onChange, ...props }: ToggleProps) {
  return (
    <IconButton
      {...props}
      isPressed={isPressed}
      onClick={() => {
        onChange(!isPressed)
      }}
    />
  )
}
