import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const dialogTitle = { fontFamily: 'var(--mantine-font-family-headings)', fontSize: '1.25rem', fontWeight: 640 };

/** Spruce for what can be done, ember for what wants attention, and paper that is not quite white. */
export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  black: '#1b2422',
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'DejaVu Sans Mono', monospace",
  headings: {
    fontFamily: "'Bricolage Grotesque Variable', 'Figtree Variable', system-ui, sans-serif",
    fontWeight: '640',
    sizes: {
      h1: { fontSize: 'clamp(1.75rem, 1.4rem + 1.6vw, 2.5rem)', lineHeight: '1.12' },
      h2: { fontSize: '1.4rem', lineHeight: '1.25' },
      h3: { fontSize: '1.12rem', lineHeight: '1.3' },
    },
  },
  colors: {
    spruce: tones('#edf6f3 #d7eae4 #b0d5ca #86bfb0 #5fa896 #428f7d #28796b #1c665a #12514a #093c37'),
    ember: tones('#fff3ec #fde3d5 #f8c6ad #f3a681 #ee8a5a #e5733f #cf5c28 #b04a1c #8f3b17 #6c2c11'),
    gray: tones('#faf8f5 #f3f0ea #e9e5dd #dad5cb #bfb9ae #a0998d #726b61 #56514a #3a3631 #22201d'),
    dark: tones('#e2e8e6 #bcc6c3 #98a4a0 #6f7b77 #3f4a47 #303a37 #252d2b #161d1b #101614 #0a0f0d'),
  },
  components: {
    Card: {
      defaultProps: { radius: 'lg', padding: 'lg' },
      styles: { root: { backgroundColor: 'var(--surface)', borderColor: 'var(--line)' } },
    },
    Modal: { defaultProps: { radius: 'lg', centered: true }, styles: { title: dialogTitle } },
    Drawer: { styles: { title: dialogTitle } },
    Button: { defaultProps: { radius: 'xl' } },
    // a keyboard alone can scroll it
    TableScrollContainer: { defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } } },
    Skeleton: { defaultProps: { radius: 'md' } },
  },
});

function tones(ten: string) {
  const [a, b, c, d, e, f, g, h, i, j] = ten.split(' ') as [string, ...string[]];
  return [a!, b!, c!, d!, e!, f!, g!, h!, i!, j!] as const;
}

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbf9f6',
    '--surface': '#ffffff',
    '--line': '#e9e5dd',
    '--lift': '#f3f0ea',
    '--mantine-color-error': '#b3372b',
  },
  dark: {
    '--mantine-color-body': '#101614',
    '--surface': '#161d1b',
    '--line': '#28312e',
    '--lift': '#1c2422',
    '--mantine-color-error': '#ff9d8f',
  },
});
