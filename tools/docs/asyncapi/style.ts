/** Of the page: what the browser's own styles leave to be wished. */
export const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
article { border-top: 1px solid #8886; margin-top: 2.5rem; }
section { margin-left: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { opacity: .75; } dd { margin: 0; }
.fine { opacity: .75; font-size: .9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; border-top: 1px solid #8884; }
pre { overflow-x: auto; padding: .75rem; background: #8881; }
details { margin: .5rem 0; } summary { cursor: pointer; }
`;
