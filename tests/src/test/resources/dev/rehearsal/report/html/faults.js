// What a reader could not read, reach or hear of this page, told to the page around it.
(() => {
  const numbers = color => { const c = color.match(/[\d.]+/g).map(Number); return c.length === 3 ? [...c, 1] : c; };
  const mixed = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3]));
  const behind = element => element === null
      ? [255, 255, 255] : mixed(numbers(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  const channel = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const luminance = rgb => .2126 * channel(rgb[0]) + .7152 * channel(rgb[1]) + .0722 * channel(rgb[2]);
  const contrast = (a, b) => {
    const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (lighter + .05) / (darker + .05);
  };
  const faults = new Set();
  const fault = (what, element) => faults.add(what + ' <' + element.tagName.toLowerCase() + ' class="'
      + (element.getAttribute('class') ?? '') + '"> ' + element.textContent.trim().slice(0, 40));
  const read = element => {
    const style = getComputedStyle(element);
    const ground = behind(element);
    const ink = mixed(numbers(element instanceof SVGElement ? style.fill : style.color), ground);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const found = contrast(ink, ground);
    if (found < (large ? 3 : 4.5)) {
      fault('contrast ' + found.toFixed(2), element);
    }
  };
  document.querySelectorAll('details').forEach(each => { each.open = true; });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && !element.closest('style, script, title')) {
      read(element);
      texts++;
    }
  }
  document.querySelectorAll('body *').forEach(each => {
    const scrolls = /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth;
    if (scrolls && each.tabIndex < 0) {
      fault('no key reaches', each);
    }
  });
  document.querySelectorAll('svg').forEach(each => {
    const told = each.getAttribute('aria-label') || each.getAttribute('aria-labelledby')
        || each.getAttribute('aria-hidden') === 'true';
    if (!told && !each.parentElement.closest('svg')) {
      fault('no text for the picture', each);
    }
  });
  document.querySelectorAll('a, summary, th').forEach(each => {
    if (!each.textContent.trim()) {
      fault('nothing to read in', each);
    }
  });
  const clipped = element => element !== null
      && (getComputedStyle(element).overflowX !== 'visible' || clipped(element.parentElement));
  if (document.documentElement.scrollWidth > innerWidth) {
    document.querySelectorAll('body *').forEach(each => {
      if (each.getBoundingClientRect().right > innerWidth && !clipped(each.parentElement)) {
        fault('sticks out of the window', each);
      }
    });
    faults.add('wider than its window: ' + document.documentElement.scrollWidth);
  }
  parent.postMessage({
    dark: matchMedia('(prefers-color-scheme: dark)').matches, width: innerWidth, texts, faults: [...faults],
  }, '*');
})();
