import { useText } from '../words/text.ts';
import { day } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import classes from './caller.module.css';

const weeksShown = 26;

interface Bar {
  key: string | number;
  count: number;
  title: string;
}

/** Small bars; the numbers are in the picture's name, for those who cannot see it. */
function Bars({ bars, name, from, to }: { bars: Bar[]; name: string; from: string; to: string }) {
  const most = Math.max(1, ...bars.map(bar => bar.count));
  return (
    <figure className={classes.chart}>
      <figcaption className="quiet">{name}</figcaption>
      <div
        className={classes.bars}
        role="img"
        aria-label={`${name}: ${bars
          .filter(bar => bar.count > 0)
          .map(bar => bar.title)
          .join(', ')}`}
      >
        {bars.map(({ key, count, title }) => (
          <span key={key} className={classes.barSlot} title={title}>
            <span
              className={classes.bar}
              style={{ height: `${(count / most) * 100}%` }}
              data-none={count === 0 || undefined}
            />
          </span>
        ))}
      </div>
      <div className={classes.axis} aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </figure>
  );
}

export function WeeksChart({ weeks }: { weeks: { weekStart: number; count: number }[] }) {
  const { t, intl } = useText();
  const now = useNow();
  const shown = weeks.slice(-weeksShown);
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last || shown.length < 2) return null;
  return (
    <Bars
      name={t('story.perWeek')}
      from={day(intl, first.weekStart, now)}
      to={day(intl, last.weekStart, now)}
      bars={shown.map(({ weekStart, count }) => ({
        key: weekStart,
        count,
        title: t('story.weekOf', { day: day(intl, weekStart, now), count }),
      }))}
    />
  );
}

export function HoursChart({ hours }: { hours: number[] }) {
  const { t } = useText();
  return (
    <Bars
      name={t('story.hours')}
      from={t('story.hour', { hour: 0 })}
      to={t('story.hour', { hour: 23 })}
      bars={hours.map((count, hour) => ({ key: hour, count, title: t('story.hourOf', { hour, count }) }))}
    />
  );
}
