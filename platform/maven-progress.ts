const SIZES: Record<string, number> = { B: 1e-6, kB: 1e-3, MB: 1, GB: 1e3 };

/** How far Maven's own output says it has come: `57 files, 44 MB, 12/142 MB of the next`. */
export function transferred(output: string): string {
  const done = [...output.matchAll(/^(?:\[INFO\] )?Downloaded from .*?\(([\d.]+) ([kMG]?B)/gm)];
  const megabytes = done.reduce((sum, [, size, unit]) => sum + Number(size) * SIZES[unit!]!, 0);
  const tail = output.slice(output.lastIndexOf('\n') + 1);
  const running = [...tail.matchAll(/([\d.]+)\/([\d.]+) MB/g)].at(-1);
  return `${done.length} files, ${Math.round(megabytes)} MB${running ? `, ${running[1]} of ${running[2]} MB of the next` : ''}`;
}
