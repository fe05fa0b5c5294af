import {
  createTheme,
  defaultCssVariablesResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/**
 * A calm, dense office look. Every shade 8 carries white text and every shade 9 stands on shade 1 with at least 4.5 : 1,
 * so that filled and light parts of any colour are readable in both themes.
 */

const desk: MantineColorsTuple = [
  '#eaf5f6',
  '#d5eaed',
  '#abd4da',
  '#7dbcc6',
  '#58a8b5',
  '#3795a4',
  '#258496',
  '#1c7485',
  '#146374',
  '#0c4856',
];
const red: MantineColorsTuple = [
  '#fff0f0',
  '#ffe0e0',
  '#ffbebe',
  '#fb9a9a',
  '#f47e7e',
  '#e65a5a',
  '#d94141',
  '#cc3030',
  '#b92626',
  '#8f1717',
];
const orange: MantineColorsTuple = [
  '#fff4e8',
  '#ffe8d1',
  '#fdcfa2',
  '#f9b36d',
  '#f09a44',
  '#dd7f22',
  '#c96d12',
  '#b45d08',
  '#9c4f04',
  '#733700',
];
const yellow: MantineColorsTuple = [
  '#fff8e1',
  '#ffefc2',
  '#fbde8c',
  '#f3ca56',
  '#e5b52f',
  '#c99813',
  '#ab7f07',
  '#936b02',
  '#805c00',
  '#5e4200',
];
const green: MantineColorsTuple = [
  '#eaf8ee',
  '#d6f0de',
  '#aee0bd',
  '#82ce99',
  '#5fbd7d',
  '#3fa862',
  '#2e9251',
  '#238046',
  '#1a6f3a',
  '#0f5029',
];
const blue: MantineColorsTuple = [
  '#edf3ff',
  '#dce8ff',
  '#b8d0fb',
  '#90b5f5',
  '#6f9def',
  '#4a82e0',
  '#356fd0',
  '#2a60bd',
  '#2153a8',
  '#153b7d',
];
const dark: MantineColorsTuple = [
  '#dbe0e4',
  '#bcc4ca',
  '#9da7af',
  '#7d8891',
  '#424c55',
  '#343d46',
  '#29313a',
  '#1e252c',
  '#171d23',
  '#11161b',
];

const fontFamily =
  '"Microsoft YaHei UI","PingFang SC","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,-apple-system,"Segoe UI",sans-serif';
const fontFamilyMonospace =
  'Consolas,"Cascadia Mono","SF Mono",Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace';

/** Controls of one height (30 px) with 13 px text: a form row fits eight times into 614 px. */
const small = { defaultProps: { size: 'xs' } };
const dropdown = {
  // What was typed and found is taken by Enter.
  defaultProps: {
    size: 'xs',
    comboboxProps: { shadow: 'md' },
    checkIconPosition: 'right',
    selectFirstOptionOnChange: true,
  },
};

export const theme = createTheme({
  primaryColor: 'desk',
  primaryShade: 8,
  colors: { desk, red, orange, yellow, green, blue, dark },
  black: '#1b242b',
  fontFamily,
  fontFamilyMonospace,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.55', xl: '1.6' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
      h5: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: small,
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle' } },
    Input: small,
    InputWrapper: small,
    TextInput: small,
    PasswordInput: small,
    Textarea: small,
    NumberInput: small,
    FileInput: small,
    PinInput: small,
    Select: dropdown,
    MultiSelect: dropdown,
    Autocomplete: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    TagsInput: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    DateInput: small,
    DatePickerInput: small,
    MonthPickerInput: small,
    TimeInput: small,
    Checkbox: small,
    Radio: small,
    Switch: small,
    SegmentedControl: small,
    Pagination: small,
    // The heads of dialogs are `header` elements; only the top bar is the banner of the page.
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        attributes: { header: { role: 'presentation' } },
      },
    },
    Drawer: {
      defaultProps: {
        position: 'right',
        overlayProps: { backgroundOpacity: 0.35 },
        attributes: { header: { role: 'presentation' } },
      },
    },
    Paper: { defaultProps: { withBorder: true, p: 'md' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500 } },
    Portal: { defaultProps: { target: '#portals', reuseTargetNode: true } },
  },
});

/** Contrast of the small things that the library sets too pale for WCAG AA. */
export const cssVariables: CSSVariablesResolver = (given) => {
  const resolved = defaultCssVariablesResolver(given);
  return {
    variables: resolved.variables,
    light: {
      ...resolved.light,
      '--mantine-color-dimmed': '#56626c',
      '--mantine-color-placeholder': '#69747d',
      '--mantine-color-error': 'var(--mantine-color-red-8)',
      '--mantine-color-success': 'var(--mantine-color-green-8)',
      '--desk-ground': '#f4f6f7',
      '--desk-sheet': '#ffffff',
      '--desk-line': '#dfe4e7',
      '--desk-chosen': 'var(--mantine-color-desk-0)',
      '--desk-chosen-text': 'var(--mantine-color-desk-9)',
    },
    dark: {
      ...resolved.dark,
      '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
      '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
      '--mantine-color-error': 'var(--mantine-color-red-4)',
      '--mantine-color-success': 'var(--mantine-color-green-4)',
      '--desk-ground': 'var(--mantine-color-dark-8)',
      '--desk-sheet': 'var(--mantine-color-dark-7)',
      '--desk-line': 'var(--mantine-color-dark-5)',
      '--desk-chosen': '#12343c',
      '--desk-chosen-text': 'var(--mantine-color-desk-1)',
    },
  };
};
