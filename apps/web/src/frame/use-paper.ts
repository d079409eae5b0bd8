import { useEffect } from 'react';

/**
 * Before a page is printed every map is told how large it stands on the screen, so that the style for paper can bring map and scale bar
 * to the paper's width by one factor (`print-map.css`): the picture is not drawn again.
 */
export function usePaper(): void {
  useEffect(() => {
    const measure = (): void => {
      for (const element of document.querySelectorAll<HTMLElement>('.district-map')) {
        const canvas = element.querySelector('.district-map-canvas');
        if (!canvas) continue;
        element.style.setProperty('--sheet-px', String(canvas.clientWidth));
        element.style.setProperty('--sheet-py', String(canvas.clientHeight));
      }
    };
    window.addEventListener('beforeprint', measure);
    return () => window.removeEventListener('beforeprint', measure);
  }, []);
}
