// Before the first paint: no flash of the other scheme. A file of its own, as inline scripts are forbidden here.
(() => {
  const chosen = localStorage.getItem('color-scheme') ?? 'auto';
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  document.documentElement.lang = localStorage.getItem('language') ?? navigator.language.slice(0, 2);
})();
