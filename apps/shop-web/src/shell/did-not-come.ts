/** What browsers say (Chromium, Firefox, Safari) of a module that was not to be had. What it throws itself is another thing. */
const MODULE =
  /^(Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed)/;

/** What Vite says of the style sheet of a page. */
const STYLES = /^Unable to preload CSS/;

const says = (error: unknown, text: RegExp): boolean => error instanceof Error && text.test(error.message);

export const stylesDidNotCome = (error: unknown): boolean => says(error, STYLES);

/** The code of a page could not be loaded; any other error is a mistake in it, which loading it again does not mend. */
export const didNotCome = (error: unknown): boolean => says(error, MODULE) || stylesDidNotCome(error);
