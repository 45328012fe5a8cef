import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineThemeOverride,
  Input,
  Menu,
  Modal,
  Button as MantineButton,
  Popover,
  SegmentedControl as MantineSegmentedControl,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';

const rem = (px: number): string => `${px / 16}rem`;

/** Without this, filled buttons keep white text in the dark scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const primary = input.color === undefined || input.color === input.theme.primaryColor;
  if (input.variant === 'filled' && primary) return { ...colours, color: 'var(--mantine-primary-color-contrast)' };
  return colours;
};

const height = (name: string) => () => ({ root: { [name]: 'var(--pl-control)' } });

/** Mantine in Plumbline's measures; colours come from tokens.css by the resolver below. */
export const theme: MantineThemeOverride = createTheme({
  colors: {
    plumb: ['#eef4f8', '#e3edf3', '#c3d9e5', '#8cc0de', '#5f9fc2', '#3f82a8', '#2b698e', '#225b7d', '#1b4f6e', '#123a52'],
  },
  primaryColor: 'plumb',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  black: '#1d2226',
  fontFamily: 'var(--pl-font)',
  fontFamilyMonospace: 'var(--pl-font-mono)',
  defaultRadius: 5,
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: rem(11), sm: rem(12), md: rem(13), lg: rem(15), xl: rem(16) },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  variantColorResolver,
  components: {
    Button: MantineButton.extend({ defaultProps: { size: 'md' }, vars: height('--button-height') as never }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      vars: (() => ({
        wrapper: { '--input-height': 'var(--pl-control)', '--input-fz': 'var(--pl-fz)', '--input-bd': 'var(--pl-ctl)' },
      })) as never,
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'md' } }),
    SegmentedControl: MantineSegmentedControl.extend({ defaultProps: { size: 'md' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withinPortal: true } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 120 }, centered: true } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, transitionProps: { duration: 120 }, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--pl-surface)',
  '--mantine-color-text': 'var(--pl-ink)',
  '--mantine-color-dimmed': 'var(--pl-ink3)',
  '--mantine-color-placeholder': 'var(--pl-ink3)',
  '--mantine-color-anchor': 'var(--pl-acc)',
  '--mantine-color-error': 'var(--pl-stop)',
  '--mantine-color-default': 'var(--pl-surface)',
  '--mantine-color-default-hover': 'var(--pl-hover)',
  '--mantine-color-default-color': 'var(--pl-ink)',
  '--mantine-color-default-border': 'var(--pl-ctl)',
  '--mantine-color-disabled': 'var(--pl-sunken)',
  '--mantine-color-disabled-color': 'var(--pl-ink3)',
  '--mantine-color-disabled-border': 'var(--pl-line2)',
  '--mantine-primary-color-contrast': 'var(--pl-on-acc)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
