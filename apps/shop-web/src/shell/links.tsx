import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Rest<Props> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Props> & { ref?: Ref<HTMLAnchorElement> };

/** A link to a page, by its route: `<TextLink to="/orders/$orderId" params={{ orderId }}>`. */
export const TextLink = createLink((props: AnchorProps & Rest<AnchorProps>) => <Anchor {...props} />);

/** The same, looking like a button. */
export const ButtonLink = createLink((props: ButtonProps & Rest<ButtonProps>) => <Button component="a" {...props} />);

/** The same, an icon: needs an aria-label. */
export const IconLink = createLink((props: ActionIconProps & Rest<ActionIconProps>) => (
  <ActionIcon component="a" {...props} />
));

/** The same without a look of its own. */
export const PlainLink = createLink(({ children, ...rest }: Rest<object>) => <a {...rest}>{children}</a>);
