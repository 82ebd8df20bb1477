import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef5fc',
  '#dbe9f7',
  '#b5d1ee',
  '#86b6ee',
  '#6ba3e2',
  '#4a8bd2',
  '#2f75bf',
  '#1f5fa8',
  '#194d89',
  '#123b6a',
];

/** For what takes away for good; white on it keeps 4.5:1 in both schemes. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fadbd8',
  '#f3b3ad',
  '#eb8a82',
  '#e2665c',
  '#d54a3f',
  '#c8382d',
  '#b3261e',
  '#8f1d17',
  '#6b1511',
];

/** Cool greys in step with our tokens; borders of fields (4) keep 3:1 against the page. */
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eceef1',
  '#e3e7eb',
  '#d5dae0',
  '#8a94a0',
  '#737d89',
  '#535d69',
  '#3d454f',
  '#2a3038',
  '#1a1f26',
];
const dark: MantineColorsTuple = [
  '#e8ebee',
  '#c9d0d7',
  '#a5aeb9',
  '#8a94a0',
  '#66707b',
  '#343b44',
  '#1b2026',
  '#14181d',
  '#101317',
  '#0b0d10',
];

/** Density of a desktop tool: 13 px text, thin borders, no shadows, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { accent, gray, dark, red },
  fontFamily: 'var(--font)',
  fontSizes: { xs: '13px', sm: '13px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    // A comma typed in passing is a decimal point: left out, 2,5 would be 25.
    NumberInput: { defaultProps: { size: 'xs', allowedDecimalSeparators: ['.', ','] } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, checkIconPosition: 'right' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 0 } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own roles follow our tokens, so that both keep their contrast. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-dim)',
    '--mantine-color-placeholder': 'var(--ink-dim)',
    '--mantine-color-error': 'var(--bad-ink)',
    '--mantine-color-default': 'var(--page)',
    '--mantine-color-default-hover': 'var(--panel)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-anchor': 'var(--accent)',
  };
  return { variables: {}, light: shared, dark: shared };
};
