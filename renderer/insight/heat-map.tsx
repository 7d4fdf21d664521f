import { useText } from '../words/text.ts';
import { weekday, weekdays } from '../words/times.ts';
import classes from './insight.module.css';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Weekdays down, hours across; the darker, the more calls. A table, so that it can be read cell by cell. */
export function HeatMap({ week }: { week: readonly (readonly number[])[] }) {
  const { t, intl } = useText();
  const most = Math.max(1, ...week.flat());
  return (
    <div className={classes.heatScroll} tabIndex={0} role="group" aria-label={t('insight.when')}>
      <table className={classes.heat}>
        <thead>
          <tr>
            <td />
            {hours.map(hour => (
              <th key={hour} scope="col" data-quiet={hour % 3 !== 0 || undefined}>
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map(day => (
            <tr key={day}>
              <th scope="row">{weekday(intl, day)}</th>
              {hours.map(hour => {
                const count = week[day]?.[hour] ?? 0;
                return (
                  <td
                    key={hour}
                    title={t('insight.cell', { weekday: weekday(intl, day, 'long'), hour, count })}
                    style={
                      count === 0
                        ? undefined
                        : { background: `rgb(var(--heat), ${0.15 + (0.85 * count) / most})` }
                    }
                  >
                    <span className={classes.unseen}>{count}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
