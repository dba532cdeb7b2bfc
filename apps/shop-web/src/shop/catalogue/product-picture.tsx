import { picture } from './picture.ts';
import classes from './product-picture.module.css';

/** For the eye only: the name stands beside it. */
export function ProductPicture({ productId }: { productId: string }) {
  const { palette, shapes } = picture(productId);
  return (
    <svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" aria-hidden className={classes.picture}>
      <rect width="400" height="300" fill={palette[0]} />
      {shapes.map((shape, at) =>
        shape.kind === 'circle' ? (
          <circle key={at} cx={shape.cx} cy={shape.cy} r={shape.r} fill={palette[shape.colour]} />
        ) : (
          <path key={at} d={shape.d} fill={palette[shape.colour]} />
        ),
      )}
    </svg>
  );
}
