//! What day it is where the shop is.

/// Milliseconds of a day without a change of the clock.
const DAY: u64 = 86_400_000;

/// The day that it is, where the shop is: what 'today' and 'this week' begin with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Day {
    /// Midnight: milliseconds since 1970.
    pub began: u64,
    /// Midnight of Monday.
    pub week_began: u64,
    /// Days since 1970.
    pub number: u32,
}

impl Day {
    /// The day of a moment. `zone` tells how far local time is ahead of UTC at a moment, in
    /// minutes.
    #[must_use]
    pub fn of(now: u64, zone: impl Fn(u64) -> i32) -> Self {
        let ahead = |moment: u64| i64::from(zone(moment)) * 60_000;
        let local = now.saturating_add_signed(ahead(now));
        // 1970 began on a Thursday.
        let days_from_monday = (local / DAY + 3) % 7;
        let midnight = |days_ago: u64| {
            let guess = now.saturating_sub(local % DAY + days_ago * DAY);
            // The clock may have been changed in between.
            guess.saturating_add_signed(ahead(now) - ahead(guess))
        };
        let number = u32::try_from(local / DAY).unwrap_or(u32::MAX);
        Self { began: midnight(0), week_began: midnight(days_from_monday), number }
    }

    /// The moment before which something has been left for that many days.
    #[must_use]
    pub fn ago(self, days: u64) -> u64 {
        // Today is the last of the days.
        self.began.saturating_sub(days.saturating_sub(1) * DAY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u64 = 3_600_000;
    /// Saturday 21 November 2026, 20:32 in Shanghai.
    const NOW: u64 = 1_795_264_320_000;
    /// The midnight before it, there.
    const MIDNIGHT: u64 = 1_795_190_400_000;

    #[test]
    fn a_day_begins_where_the_shop_is() {
        for (zone, began) in [(480, MIDNIGHT), (0, MIDNIGHT + 8 * HOUR), (-720, MIDNIGHT + 20 * HOUR)] {
            let day = Day::of(NOW, |_| zone);
            assert_eq!(day.began, began, "{zone}");
        }
        let day = Day::of(NOW, |_| 480);
        assert_eq!(day.week_began, MIDNIGHT - 5 * DAY);
        assert_eq!(
            Day::of(day.week_began, |_| 480),
            Day { began: day.week_began, week_began: day.week_began, number: day.number - 5 }
        );
        assert_eq!(Day::of(day.week_began - 1, |_| 480).week_began, day.week_began - 7 * DAY);
    }

    #[test]
    fn a_changed_clock_does_not_move_midnight() {
        // Summer time ended three hours after midnight: 120 minutes ahead before, 60 after.
        let midnight = MIDNIGHT + 6 * HOUR; // 22:00 UTC
        let change = midnight + 3 * HOUR;
        let zone = |moment: u64| if moment < change { 120 } else { 60 };
        assert_eq!(Day::of(change - HOUR, zone).began, midnight);
        assert_eq!(Day::of(change + 5 * HOUR, zone).began, midnight);
    }

    #[test]
    fn days_are_counted_with_today() {
        let day = Day { began: 10 * DAY, week_began: 7 * DAY, number: 10 };
        assert_eq!(day.ago(1), 10 * DAY);
        assert_eq!(day.ago(3), 8 * DAY);
    }

    #[test]
    fn no_moment_is_out_of_range() {
        assert_eq!(Day::of(0, |_| -720), Day { began: 0, week_began: 0, number: 0 });
        let _ = Day::of(u64::MAX, |_| 840);
    }
}
