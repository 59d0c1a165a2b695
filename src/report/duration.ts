/** `0.38 s`, `47 s`, `2 h 3 min`: the two largest units. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const units = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ] as const;
  let rest = Math.round(seconds);
  const largest = units.findIndex(([size]) => rest >= size);
  return units
    .slice(largest, largest + 2)
    .map(([size, name]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count === 0 ? '' : `${count} ${name}`;
    })
    .filter((part) => part !== '')
    .join(' ');
}
