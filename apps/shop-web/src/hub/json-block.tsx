import { Code } from '@mantine/core';

interface Props {
  /** What it is, for those who do not see it. */
  label: string;
  children: string;
}

/** Text of a machine. Its lines are broken, so that there is nothing to scroll to the side. */
export const JsonBlock = ({ label, children }: Props) => (
  <Code block role="figure" aria-label={label} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {children}
  </Code>
);
